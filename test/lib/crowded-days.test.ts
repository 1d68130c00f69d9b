import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowdedDays, daysWorthCounting } from "@/lib/analysis/crowded-days";

test("a day is crowded with ten answers of a group and half of all that it gave", () => {
  const on = (day: string, group: "employee" | "customer", count: number) => ({ day, group, count });
  const days = [
    on("2025-06-02", "employee", 10),
    on("2025-06-01", "customer", 12),
    on("2025-06-03", "employee", 10),
    on("2025-06-04", "customer", 13),
    on("2025-06-05", "customer", 1),
  ];
  const groups = [
    { value: "employee", n: 20 },
    { value: "customer", n: 26 },
    { value: null, n: 3 },
  ];
  expect(crowdedDays(days, groups)).toEqual([
    { ...on("2025-06-02", "employee", 10), all: 20 },
    { ...on("2025-06-03", "employee", 10), all: 20 },
    { ...on("2025-06-04", "customer", 13), all: 26 },
  ]);
  expect(crowdedDays([on("2025-06-02", "employee", 9)], [{ value: "employee", n: 9 }])).toEqual([]);
});

describe("a day is worth counting by group", () => {
  test("with ten answers and half of what the smallest group gave that could have a crowd", () => {
    const days = ["2025-06-01", "2025-06-02", "2025-06-03"].map((day, place) => ({ day, count: 9 + 10 * place }));
    const least = (...sizes: number[]) =>
      daysWorthCounting(
        days,
        sizes.map((n) => ({ value: `group ${n}`, n })),
      );
    expect(least(9)).toEqual([]);
    expect(least(9, 12)).toEqual(["2025-06-02", "2025-06-03"]);
    expect(least(40, 58)).toEqual(["2025-06-03"]);
    expect(daysWorthCounting(days, [{ value: null, n: 20 }])).toEqual([]);
  });

  test("wherever it is crowded", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(2), fc.integer({ min: 1, max: 30 })), { maxLength: 18 }),
        (rows) => {
          const groups = ["employee", "customer", "supplier"] as const;
          const names = rows.map(([day, group]) => `${day} ${group}`);
          const counts = rows
            .filter((_, place) => names.indexOf(names[place] ?? "") === place)
            .map(([day, group, count]) => ({ day: `2025-06-0${day + 1}`, group: groups[group]!, count }));
          const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0);
          const sizes = groups.map((value) => ({ value, n: sum(counts.filter(({ group }) => group === value)) }));
          const days = [...new Set(counts.map(({ day }) => day))];
          const worth = daysWorthCounting(
            days.map((day) => ({ day, count: sum(counts.filter((one) => one.day === day)) })),
            sizes,
          );
          const looked = counts.filter(({ day }) => worth.includes(day));
          expect(crowdedDays(looked, sizes)).toEqual(crowdedDays(counts, sizes));
        },
      ),
    );
  });
});
