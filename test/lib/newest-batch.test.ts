import { expect, test } from "vitest";
import type { Tally } from "@/lib/analysis/crosstab-tally";
import { withNewest } from "@/lib/analysis/suppression";

const tally = (five: number, missing: number): Tally => ({
  n: five + missing,
  items: [[five, 0, 0, 0, 0, missing]],
});

test("the newest batch has everybody whom no earlier one has, and a value that nobody new has is not in it", () => {
  const earlier = [
    { value: "investor", batch: 1, tally: tally(5, 0) },
    { value: "investor", batch: 2, tally: tally(1, 1) },
    { value: "employee", batch: 1, tally: tally(3, 0) },
  ];
  const everybody = [
    { value: "investor", tally: tally(6, 0) },
    { value: "investor", tally: tally(3, 2) },
    { value: "employee", tally: tally(3, 0) },
    { value: null, tally: tally(0, 2) },
  ];
  expect(withNewest(everybody, earlier, 3)).toEqual([
    ...earlier,
    { value: "investor", batch: 3, tally: tally(3, 1) },
    { value: null, batch: 3, tally: tally(0, 2) },
  ]);
});
