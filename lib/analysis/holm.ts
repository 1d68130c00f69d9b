/**
 * The p values of a family of tests, in their order, as large as they are when every test of the family may be quoted
 * (Holm, Scandinavian Journal of Statistics 6 (1979)); at most 1. Example: 0.004, 0.03, 0.04, 0.2, 0.6 →
 * 0.02, 0.12, 0.12, 0.4, 0.6.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1);
  let largest = 0;
  const ranked = ps.map((p, place) => ({ p, place })).toSorted((a, b) => a.p - b.p);
  for (const [rank, { p, place }] of ranked.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
    adjusted[place] = largest;
  }
  return adjusted;
}
