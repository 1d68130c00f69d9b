import { expect, test } from "vitest";
import { LONGEST_READ_SECONDS, keptSeconds } from "@/lib/survey/reading-time";

test.each([
  [null, null],
  [0, 0],
  [2.9, 2],
  [59.9, 59],
  [60, 60],
  [69.9, 60],
  [70, 70],
  [1799, 1790],
  [1800, 1800],
  [86_400, LONGEST_READ_SECONDS],
])("of %s seconds of reading %s are kept", (seconds, kept) => {
  expect(keptSeconds(seconds)).toBe(kept);
});
