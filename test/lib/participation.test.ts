import { expect, test } from "vitest";
import { participationOf } from "@/lib/analysis/participation";

test("who took part is told by groups: numbers from five on, names below, and who is missing", () => {
  const groups = [
    { value: "customer", n: 5 },
    { value: "investor", n: 4 },
    { value: "other", n: 1 },
    { value: null, n: 3 },
  ];
  expect(participationOf(groups)).toEqual({
    stated: 10,
    unstated: 3,
    heard: [{ group: "customer", n: 5 }],
    few: ["investor", "other"],
    silent: ["supplier", "employee", "regulator", "community", "academia"],
  });
  expect(participationOf([]).silent).not.toContain("other");
});
