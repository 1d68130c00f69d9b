import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquare, fisher, independenceTest } from "@/lib/analysis/contingency";
import { holm } from "@/lib/analysis/holm";
import { MOST_PERMUTED, permutationTest } from "@/lib/analysis/permutation";
import { mannWhitney } from "@/lib/analysis/rank-test";
import { aDistribution, scoresIn, someDistribution } from "../support/a-distribution";

const nobody = aDistribution();
const relative = (found: number, exact: number) => Math.abs(found / exact - 1);

// Values of SciPy 1.17.1.
describe("Mann and Whitney's test", () => {
  test("is null when a year is empty, and finds nothing where all answers are the same", () => {
    expect(mannWhitney(nobody, aDistribution(3))).toBeNull();
    expect(mannWhitney(aDistribution(0, 7), aDistribution(0, 9))).toEqual({
      u: 31.5,
      a12: 0.5,
      p: 1,
      pUncorrected: 1,
      h: 0,
    });
  });

  test("is SciPy's where two scores alone were given", () => {
    expect(mannWhitney(aDistribution(10, 0, 0, 0, 2), aDistribution(0, 12))!.p).toBeCloseTo(0.0022173046498405783, 13);
  });

  test("counts the pairs, and says the same of both years", () => {
    fc.assert(
      fc.property(someDistribution(6), someDistribution(6), (now, before) => {
        if (now.base === 0 || before.base === 0) return;
        const found = mannWhitney(now, before)!;
        const pairs = scoresIn(now).flatMap((a) => scoresIn(before).map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
        expect(found.u).toBe(pairs.reduce((sum: number, pair) => sum + pair, 0));
        const turned = mannWhitney(before, now)!;
        expect(turned.a12).toBeCloseTo(1 - found.a12, 12);
        expect(turned.p).toBeCloseTo(found.p, 12);
        expect(found.p).toBeGreaterThanOrEqual(found.pUncorrected);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("takes a million answers a year", () => {
    const million = aDistribution(300_000, 400_000, 200_000, 80_000, 20_000);
    expect(mannWhitney(million, million)).toMatchObject({ a12: 0.5, p: 1 });
    const fewer = aDistribution(299_000, 400_000, 201_000, 80_000, 20_000);
    expect(mannWhitney(million, fewer)!.p).toBeCloseTo(0.09339093831760856, 10);
  });
});

describe("the exact permutation test", () => {
  test("is refused when a year is empty or larger than twelve", () => {
    expect(permutationTest(nobody, aDistribution(3))).toBeNull();
    expect(permutationTest(aDistribution(MOST_PERMUTED + 1), aDistribution(3))).toBeNull();
  });

  test("deals every way once", () => {
    const all = permutationTest(aDistribution(4, 4, 2, 1, 1), aDistribution(1, 5, 3, 2, 1));
    expect(all?.ways).toBe(2_704_156);
  });

  test("equals a count of all ways one by one", () => {
    fc.assert(
      fc.property(someDistribution(1), someDistribution(1), (now, before) => {
        if (now.base === 0 || before.base === 0) return;
        const scores = [...scoresIn(now), ...scoresIn(before)];
        const ranks = scores.map(
          (score) =>
            scores.filter((other) => other < score).length + scores.filter((other) => other === score).length / 2,
        );
        const middle = (ranks.reduce((sum, rank) => sum + rank, 0) * now.base) / scores.length;
        const far = (chosen: readonly number[]) => Math.abs(chosen.reduce((sum, rank) => sum + rank, 0) - middle);
        const reached = far(ranks.slice(0, now.base)) - 1e-9;
        const ways = subsets(ranks, now.base);
        expect(permutationTest(now, before)).toMatchObject({
          extreme: ways.filter((chosen) => far(chosen) >= reached).length,
          ways: ways.length,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("tests of a table", () => {
  test("Fisher's is null on an empty base", () => {
    expect(fisher({ part: 0, base: 0 }, { part: 1, base: 2 })).toBeNull();
  });

  test.each([
    [8, 10, 1, 6, 0.034965034965034975],
    [10, 100, 20, 100, 0.07342758972137636],
    [0, 10, 10, 10, 1.082508822446903e-5],
    [300, 1000, 350, 1000, 0.019284321614513614],
  ])("Fisher's of %d/%d and %d/%d is SciPy's", (a, n, b, m, p) => {
    expect(relative(fisher({ part: a, base: n }, { part: b, base: m })!, p)).toBeLessThan(1e-9);
  });

  test("χ² is null where a score or a year is empty, and allowed from an expected count of five on", () => {
    expect(
      chiSquare([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
    expect(
      chiSquare([
        [0, 0],
        [4, 1],
      ]),
    ).toBeNull();
    const found = chiSquare([
      [20, 20, 20],
      [30, 15, 15],
    ]);
    expect(found?.p).toBeCloseTo(0.18009231214795238, 12);
    const even = aDistribution(5, 5, 5, 5, 5);
    expect(independenceTest(even, even)).toMatchObject({ kind: "chi-square", p: 1, smallestExpected: 5 });
    expect(independenceTest(even, aDistribution(5, 5, 5, 5, 4))).toMatchObject({ kind: "fisher" });
    expect(independenceTest(nobody, even)).toBeNull();
  });
});

test("Holm's p values keep the order of the tests, grow with p, and are neither smaller than p nor above 1", () => {
  const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(some, (ps) => {
      const adjusted = holm(ps);
      for (const [place, p] of ps.entries()) {
        expect(adjusted[place]).toBeGreaterThanOrEqual(p);
        expect(adjusted[place]).toBeLessThanOrEqual(1);
        for (const [other, q] of ps.entries())
          if (q > p) expect(adjusted[other]).toBeGreaterThanOrEqual(adjusted[place]!);
      }
    }),
  );
});

/** Every choice of so many of the values. */
function subsets(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, place) => subsets(values.slice(place + 1), size - 1).map((rest) => [value, ...rest]));
}
