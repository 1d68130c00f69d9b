import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageStamp, secondsSince } from "@/lib/survey/page-stamp";

const page = { slug: "2024", idempotencyKey: "0f8fad5b-d9cb-469f-a165-70867728950e" };
const made = new Date("2025-06-01T08:00:00Z");
const after = (seconds: number) => new Date(made.getTime() + seconds * 1000);
const stamp = pageStamp("secret", page, made);

describe("a page's stamp", () => {
  test("tells how long ago the page was made", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(secondsSince("secret", page, stamp, after(seconds))).toBe(seconds);
      }),
    );
  });

  test("holds for the key in capitals too", () => {
    const capitals = { ...page, idempotencyKey: page.idempotencyKey.toUpperCase() };
    expect(secondsSince("secret", capitals, stamp, after(5))).toBe(5);
  });

  test("tells nothing of another page, with another secret, or from the future", () => {
    expect(secondsSince("secret", { ...page, slug: "2023" }, stamp, after(1))).toBeNull();
    expect(secondsSince("secret", { ...page, idempotencyKey: crypto.randomUUID() }, stamp, after(1))).toBeNull();
    expect(secondsSince("other", page, stamp, after(1))).toBeNull();
    expect(secondsSince("secret", page, stamp, after(-1))).toBeNull();
  });

  test("cannot be made up or changed", () => {
    const [, seal = ""] = stamp.split(".");
    const later = Math.floor(after(-60).getTime() / 1000).toString(36);
    for (const forged of [`${later}.${seal}`, stamp.slice(0, -1), "", "1.", null, 5, ["x"], { made: 1 }])
      expect(secondsSince("secret", page, forged, after(1))).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(secondsSince("secret", page, text, made)).toBeNull();
      }),
    );
  });
});
