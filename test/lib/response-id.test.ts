import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { responseId } from "@/lib/survey/response-id";

describe("a response's id", () => {
  test("is a UUID of version 7 and variant 10, whatever the random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
        expect(responseId("2025-04-30", random)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  test("holds the day and no time of day", () => {
    const time = Number.parseInt(responseId("2025-04-30", randomBytes(10)).replaceAll("-", "").slice(0, 12), 16);
    expect(new Date(time).toISOString()).toBe("2025-04-30T00:00:00.000Z");
  });

  test("of a later day comes later", () => {
    const full = new Uint8Array(10).fill(255);
    expect(responseId("2025-04-30", full) < responseId("2025-05-01", new Uint8Array(10))).toBe(true);
  });

  test("keeps 74 random bits: another one for every other random byte", () => {
    const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) =>
      responseId("2025-04-30", new Uint8Array(10).fill(1, place, place + 1)),
    );
    expect(new Set(all).size).toBe(10);
  });

  test("leaves the bytes it is given as they are", () => {
    const random = new Uint8Array(16);
    responseId("2025-04-30", random);
    expect(random).toEqual(new Uint8Array(16));
  });

  test.each(["", "yesterday", "2025-13-01", "2025-02-30T00"])("refuses the day %j", (day) => {
    expect(() => responseId(day, randomBytes(10))).toThrow(RangeError);
  });

  test("refuses fewer than ten random bytes", () => {
    expect(() => responseId("2025-04-30", randomBytes(9))).toThrow(RangeError);
  });
});
