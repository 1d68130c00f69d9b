import * as fc from "fast-check";
import type { BadRequest } from "./bad-requests";

/** A change of some bytes; places are parts of the whole, so that it fits any length. */
interface Change {
  readonly kind: "flip" | "drop" | "repeat" | "insert" | "cut";
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("flip", "drop", "repeat", "insert", "cut"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 20 }),
    fc
      .constantFrom(
        "\r\n",
        "\n",
        "\r\n\r\n",
        "\0",
        ": ",
        "HTTP/1.1",
        "Transfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\n",
        " ",
        "%",
      )
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});

/** A bad request of which some bytes are others, missing, twice there or cut off. */
export function badBytes(requests: fc.Arbitrary<BadRequest>): fc.Arbitrary<{ request: BadRequest; changes: Change[] }> {
  return fc.record({ request: requests, changes: fc.array(change, { minLength: 1, maxLength: 6 }) });
}

/** The bytes after the changes, one after the other. */
export function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((now, { kind, at, length, bytes: others }) => {
    const place = Math.floor(at * now.length);
    const [before, here, after] = [
      now.subarray(0, place),
      now.subarray(place, place + length),
      now.subarray(place + length),
    ];
    if (kind === "cut") return before;
    if (kind === "drop") return Buffer.concat([before, after]);
    if (kind === "repeat") return Buffer.concat([before, here, here, after]);
    if (kind === "insert") return Buffer.concat([before, others, here, after]);
    return Buffer.concat([before, here.map((byte, index) => byte ^ (others[index % others.length] ?? 1)), after]);
  }, bytes);
}
