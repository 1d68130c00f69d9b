import { type Verdict, changeOf } from "./change";
import { type Distribution, topTwo } from "./distribution";
import { SMALLEST_BASE_FOR_PERCENT, wholePercent } from "./share";
import { type EqualWeights, equalWeights } from "./weighting";

/** Whose answers a headline is made of: those that count, with those set aside, without those flagged, groups alike. */
export const BASES = ["counted", "with-suspects", "without-flagged", "groups-alike"] as const;
export type Basis = (typeof BASES)[number];

/** 好评 on one basis; what its base does not carry is null. */
export interface Headline {
  readonly basis: Basis;
  /** Null where groups weigh the same: their answers are no longer counts. */
  readonly topTwo: number | null;
  readonly base: number;
  /** A whole percentage. */
  readonly share: number | null;
  /** Whether more than half answered 很好 or 较好. */
  readonly isMajority: boolean | null;
  /** Beside last year; null without one that compares, and where groups weigh the same. */
  readonly verdict: Verdict | null;
  /** Only where groups weigh the same. */
  readonly weights: EqualWeights | null;
  /** Only there as well: points above last year, of the groups that both years reached. */
  readonly points: number | null;
}

/** One item's answers as they are, and those that may be doubted. */
export interface DoubtedAnswers {
  readonly counted: Distribution;
  /** Set aside and not counted: in quarantine or on hold; null where nobody is. */
  readonly suspects: Distribution | null;
  /** Counted, with a flag; null where nobody has one. */
  readonly flagged: Distribution | null;
  /** Counted, by stakeholder group, of the groups that the reader may see; who stated none is in no group. */
  readonly groups: readonly Distribution[];
  /** `equalWeightsPoints` of them; null without a year that compares. */
  readonly groupsPoints: number | null;
  /** Last year's, where the item compares. */
  readonly before: Distribution | null;
}

/** How far a headline rests on who is counted. */
export interface Robustness {
  /** What is shown first is `counted`; groups alike only where two have five answers. */
  readonly headlines: readonly [Headline, ...Headline[]];
  /** Another basis says otherwise: on which side of half 好评 lies, or whether it rose or fell. */
  readonly flips: boolean;
}

/** An item's headline on every basis, the counted one first, and whether what it says depends on it. */
export function robustnessOf({ counted, suspects, flagged, before, ...alike }: DoubtedAnswers): Robustness {
  const first = headlineOf("counted", counted, before);
  const others = [
    ...(suspects ? [headlineOf("with-suspects", added(counted, suspects), before)] : []),
    ...(flagged ? [headlineOf("without-flagged", added(counted, flagged, -1), before)] : []),
    ...alikeHeadline(alike),
  ];
  return { headlines: [first, ...others], flips: others.some((other) => saysOtherwise(first, other)) };
}

/** A distribution with another's answers added, or taken out. Throws when it does not hold what is taken out. */
export function added(to: Distribution, other: Distribution, sign: 1 | -1 = 1): Distribution {
  const plus = (a: number, b: number) => a + sign * b;
  const counts = {
    5: plus(to.counts[5], other.counts[5]),
    4: plus(to.counts[4], other.counts[4]),
    3: plus(to.counts[3], other.counts[3]),
    2: plus(to.counts[2], other.counts[2]),
    1: plus(to.counts[1], other.counts[1]),
  };
  const sum = { counts, base: plus(to.base, other.base), missing: plus(to.missing, other.missing) };
  if (Math.min(...Object.values(counts), sum.missing) < 0) throw new RangeError("answers that are not there");
  return sum;
}

function headlineOf(basis: Basis, distribution: Distribution, before: Distribution | null): Headline {
  const { base } = distribution;
  const top = topTwo(distribution);
  const isEnough = base >= SMALLEST_BASE_FOR_PERCENT;
  return {
    basis,
    topTwo: top,
    base,
    share: isEnough ? wholePercent(top, base) : null,
    isMajority: isEnough ? 2 * top > base : null,
    verdict: before && (changeOf(distribution, before)?.verdict ?? null),
    weights: null,
    points: null,
  };
}

function alikeHeadline({ groups, groupsPoints }: Pick<DoubtedAnswers, "groups" | "groupsPoints">): Headline[] {
  const weights = equalWeights(groups);
  if (!weights) return [];
  const { share, base } = weights;
  // Two shares of a group may add up to a hair less than they are.
  const [percent, isMajority] = [Math.floor(100 * share + 0.5 + 1e-9), share > 0.5 + 1e-12];
  const points = groupsPoints;
  return [{ basis: "groups-alike", topTwo: null, base, share: percent, isMajority, verdict: null, weights, points }];
}

function saysOtherwise(first: Headline, other: Headline): boolean {
  const differ = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  return (
    differ(first.isMajority, other.isMajority) ||
    differ(direction(first.verdict), direction(other.verdict)) ||
    (first.verdict === "higher" && (other.points ?? 0) < 0) ||
    (first.verdict === "lower" && (other.points ?? 0) > 0)
  );
}

/** Level and undecided both say that no change is told. */
function direction(verdict: Verdict | null): "higher" | "lower" | "none" | null {
  if (verdict === null) return null;
  return verdict === "higher" || verdict === "lower" ? verdict : "none";
}
