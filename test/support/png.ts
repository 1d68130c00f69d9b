import { crc32, inflateSync } from "node:zlib";
import { expect } from "vitest";

/** The chunks of a PNG by type, their checksums verified by node's own. */
export function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.subarray(0, 4).toString("latin1"), named.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

/** A PNG of ours (grey, unfiltered) as pixels. */
export function pictureOf(png: Uint8Array) {
  const chunks = chunksOf(png);
  const side = chunks.get("IHDR")?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  expect(rows).toHaveLength(side * (side + 1));
  const pixels = Array.from({ length: side * side }, (_, place) => {
    const shade = rows[Math.floor(place / side) * (side + 1) + 1 + (place % side)] ?? 0;
    return [shade, shade, shade, 255];
  });
  return { width: side, height: side, data: Uint8Array.from(pixels.flat()) };
}
