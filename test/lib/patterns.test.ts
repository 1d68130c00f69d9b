import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { patternsIn, tallyIn } from "@/lib/analysis/patterns";

describe("patterns with their counts as a text", () => {
  test("are read as ratings, each once, with 未作答 as null", () => {
    expect(patternsIn(["54453 12,5-443 7", "5-443 30", ""])).toEqual([
      { ratings: [5, 4, 4, 5, 3], count: 12 },
      { ratings: [5, null, 4, 4, 3], count: 37 },
    ]);
  });

  test.each([1, 5, 17, 18, 40])("are told from each other, and tallied as patterns are, of %d items", (items) => {
    const pattern = fc.array(fc.constantFrom(..."54321-"), { minLength: items, maxLength: items });
    const counted = fc.array(fc.tuple(pattern, fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 30 });
    fc.assert(
      fc.property(counted, (rows) => {
        const text = rows.map(([signs, count]) => `${signs.join("")} ${count}`).join(",");
        const patterns = patternsIn([text]);
        expect(patterns).toHaveLength(new Set(rows.map(([signs]) => signs.join(""))).size);
        expect(tallyIn(text, items)).toEqual(tallyOf(patterns, items));
      }),
    );
  });

  test("are a bug where a pattern has no count", () => {
    expect(() => patternsIn(["54453 12,5-443"])).toThrow("without a count");
  });
});
