/** How far two coders agree on what they both coded. */
export interface Agreement {
  /** The share of texts that both coded the same. */
  readonly observed: number;
  /** The share that would agree if each coded by lot, as often as they did. */
  readonly expected: number;
  /** Cohen's κ: 1 in full agreement, 0 no better than by lot; null where both gave every text the same one code. */
  readonly kappa: number | null;
}

/**
 * Cohen's κ of two coders' codes, pair by pair (Educational and Psychological Measurement 20 (1960)); null without texts.
 * Example: yes and no as 1100101000 and 1000101100 → observed 0.8, expected 0.52, κ 0.583333.
 */
export function agreementOf<Code extends string | number | boolean>(
  pairs: readonly (readonly [first: Code, second: Code])[],
): Agreement | null {
  const n = pairs.length;
  if (n === 0) return null;
  const same = pairs.filter(([first, second]) => first === second).length;
  const codes = new Set(pairs.flat());
  const uses = (coder: 0 | 1, code: Code) => pairs.filter((pair) => pair[coder] === code).length;
  const byLot = [...codes].reduce((sum, code) => sum + uses(0, code) * uses(1, code), 0);
  // κ of whole numbers: 1 − expected is 0 only where it is.
  const kappa = byLot === n * n ? null : (same * n - byLot) / (n * n - byLot);
  return { observed: same / n, expected: byLot / (n * n), kappa };
}
