import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { LEAST_CONTRAST, contrastOf, isColour, isReadable, tonesOf } from "@/lib/survey/accent";

const colours = integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("an accent", () => {
  test("is six digits, nothing that a style could run", () => {
    expect(["#0e5a4a", "#0E5A4A"].every(isColour)).toBe(true);
    expect(["red", "#fff", "#0e5a4", "#0e5a4a;", "＃0e5a4a", "#0e5a4a}body{"].some(isColour)).toBe(false);
  });

  test("has the contrasts of WCAG's examples", () => {
    expect(contrastOf("#ffffff", "#000000")).toBe(21);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrastOf("#ffffff", "#0e5a4a")).toBeCloseTo(8.1, 1);
  });

  test("may be pine or the red of a seal, and no pale gold", () => {
    expect(["#0e5a4a", "#c8102e", "#17497a"].every(isReadable)).toBe(true);
    expect(["#d4af37", "#7ccbb2", "#ffffff"].some(isReadable)).toBe(false);
  });

  test("that is readable gives tones that are, each in its place, light and dark", () => {
    assert(
      property(colours.filter(isReadable), (colour) => {
        const { light, dark } = tonesOf(colour);
        for (const [tones, grounds] of [
          [light, ["#ffffff", "#f3f6f4"]],
          [dark, ["#121715", "#1b2220"]],
        ] as const) {
          for (const ground of [...grounds, tones["on-accent"]])
            expect(contrastOf(tones.accent, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          for (const ground of [...grounds, tones["on-accent"], tones["accent-tint"]])
            expect(contrastOf(tones["accent-hover"], ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
