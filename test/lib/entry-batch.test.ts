import { expect, test } from "vitest";
import { balanceOf, missingSheets, nextSheet, readSheetNumber } from "@/lib/survey/entry-batch";

test.each([
  [12, 12, { kind: "matches", n: 0 }],
  [12, 7, { kind: "missing", n: 5 }],
  [12, 13, { kind: "over", n: 1 }],
] as const)("of %i sheets %i typed is %o", (expected, typed, balance) => {
  expect(balanceOf({ expected, typed })).toEqual(balance);
});

test.each([
  ["the first of an untouched stack", [], 3, undefined, 1],
  ["behind the one just typed", [1], 3, 1, 2],
  ["behind the one just typed, whatever was left out before", [1, 7], 12, 7, 8],
  ["the first that was left out, at the end of the stack", [1, 3], 3, 3, 2],
  ["one more than there should be, where none is left out", [1, 2, 3], 3, 3, 4],
  ["one more than the last, where the stack is larger than said", [1, 2, 3, 5], 3, 5, 6],
] as const)("the sheet to type next is %s", (_, taken, expected, after, next) => {
  expect(nextSheet(taken, expected, after)).toBe(next);
});

test("the missing sheets are told in order", () => {
  expect(missingSheets([2, 5], 5)).toEqual([1, 3, 4]);
});

test.each([
  ["12", 12],
  ["１２", 12],
  [" 3 ", 3],
  ["2000", 2000],
  ["0", null],
  ["2001", null],
  ["-1", null],
  ["1.5", null],
  ["三", null],
  ["", null],
  [undefined, null],
])("%o typed as a number of sheets is %o", (typed, number) => {
  expect(readSheetNumber(typed)).toBe(number);
});
