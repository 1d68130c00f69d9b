import { type Distribution, topTwo } from "./distribution";
import { FEW_BELOW } from "./coverage";

/** 好评 with each group weighing the same (各类别等权), however many answered of it. */
export interface EqualWeights {
  /** The mean of the groups' shares, 0–1. */
  readonly share: number;
  /** How many groups, and how many answers of theirs. */
  readonly groups: number;
  readonly base: number;
  /** As many answers of equal weight would say as much (Kish). */
  readonly effective: number;
}

/**
 * 好评 of an item with its groups weighted equally, of those with at least five answers; null for fewer than two. Never
 * the main figure: nobody knows the groups' true shares, and no group is more important (domain notes §3.5). Whoever
 * does not see a group must not get its figure in here: leave it out.
 */
export function equalWeights(groups: readonly Distribution[]): EqualWeights | null {
  const reached = groups.filter(({ base }) => base >= FEW_BELOW);
  const bases = reached.map(({ base }) => base);
  const effective = kishEffectiveSize(bases);
  if (reached.length < 2 || effective === null) return null;
  const share = sum(reached.map((group) => topTwo(group) / group.base)) / reached.length;
  return { share, groups: reached.length, base: sum(bases), effective };
}

/**
 * By how many whole points 好评 with groups weighing the same stands above last year's, of the groups with at least five
 * answers in both; null for fewer than two. `pairs` are a group's answers now and before.
 */
export function equalWeightsPoints(
  pairs: readonly (readonly [now: Distribution, before: Distribution])[],
): number | null {
  const reached = pairs.filter((pair) => pair.every(({ base }) => base >= FEW_BELOW));
  if (reached.length < 2) return null;
  const shareOf = (group: Distribution) => topTwo(group) / group.base;
  const difference = sum(reached.map(([now, before]) => shareOf(now) - shareOf(before))) / reached.length;
  // Sums of shares may be a hair less than they are.
  return Math.sign(difference) * Math.floor(Math.abs(100 * difference) + 0.5 + 1e-9) + 0;
}

/**
 * Kish's effective size, (Σw)²/Σw², of groups of these sizes where each weighs the same as a whole (Survey Sampling,
 * 1965); null without groups or with an empty one. Example: 30, 10, 5 → 27.
 */
export function kishEffectiveSize(sizes: readonly number[]): number | null {
  if (sizes.length === 0 || sizes.some((size) => size <= 0)) return null;
  return sizes.length ** 2 / sum(sizes.map((size) => 1 / size));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
