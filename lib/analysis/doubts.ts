import { type ResponseStatus, type StatusReason, STATUS_REASONS, findStatusReason } from "../survey/response-status";
import { QUALITY_FLAGS, type QualityFlag } from "../survey/quality-flag";
import type { YearComparison } from "./comparison";
import { type Tally, distributionsOf, plus } from "./crosstab-tally";
import { type Distribution, distributionOf } from "./distribution";
import type { GroupRow } from "./group-mix";
import type { RatingPattern } from "./patterns";
import { BASES, type Basis, type Robustness, robustnessOf } from "./quality";
import type { Results } from "./results";

/** How a response stands that is kept and not counted, the undecided first. */
export const SET_ASIDE = ["quarantined", "on_hold", "excluded"] as const satisfies ResponseStatus[];
type SetAside = (typeof SET_ASIDE)[number];

/** How many responses set aside for one reason gave exactly these ratings. */
export interface SetAsidePattern extends RatingPattern {
  readonly status: SetAside;
  /** A code; those of `STATUS_REASONS` have words. */
  readonly reason: string;
}

/** How many responses stand apart for a reason; null for reasons without words, all in one. */
export interface SetAsideCount {
  readonly status: SetAside;
  readonly reason: StatusReason | null;
  readonly count: number;
}

/** The valid responses that have exactly these flags, in the order of `QUALITY_FLAGS`; several tallies may have the same. */
export interface FlaggedTally {
  readonly flags: readonly QualityFlag[];
  readonly tally: Tally;
}

/** How many valid responses have a flag, and how many each; a response may have several. */
export interface FlagCounts {
  readonly responses: number;
  /** Those that there are. */
  readonly flags: readonly { readonly flag: QualityFlag; readonly count: number }[];
}

/** What is not counted, what is and looks odd, and how far each item's headline rests on that. */
export interface Doubts {
  readonly setAside: readonly SetAsideCount[];
  readonly flagged: FlagCounts;
  /** On what some of `items` stands, in one order: `counted` first, and alone where there is nothing to set beside it. */
  readonly bases: readonly Basis[];
  /** Those whose counted answers carry a percentage: the others have no headline to judge. */
  readonly items: readonly (Robustness & { readonly key: string })[];
}

/** What a judgement of doubts needs: the results, the crosstab's rows by group, and last year where it is compared. */
export interface Doubted {
  readonly results: Pick<Results, "ratings">;
  readonly groups: readonly GroupRow[];
  readonly setAside: readonly SetAsidePattern[];
  readonly flagged: readonly FlaggedTally[];
  readonly comparison: YearComparison | null;
}

/**
 * The doubts about an edition's figures. Suspects are those in quarantine or on hold; what two people excluded is no
 * longer in doubt, and is only counted. For analysts: two headlines side by side tell what the few between them said.
 */
export function doubtsOf({ results, groups, setAside, flagged, comparison }: Doubted): Doubts {
  const suspects = setAside.filter(({ status }) => status !== "excluded");
  const stated = groups.filter(({ value }) => value !== null);
  // Without anybody set aside or flagged, a headline with or without them would be the same once more.
  const odd = flagged.length > 0 ? distributionsOf(flagged.map(({ tally }) => tally).reduce(plus)) : null;
  const compared = (key: string) => comparison?.items.find((item) => item.key === key);
  const judged = results.ratings.map((rating, place) => ({
    key: rating.key,
    ...robustnessOf({
      counted: rating,
      suspects: suspects.length > 0 ? distributionOf(suspects, place) : null,
      flagged: odd?.[place] ?? null,
      groups: stated.flatMap(({ ratings }): Distribution[] => ratings.slice(place, place + 1)),
      groupsPoints: compared(rating.key)?.pointsAlike ?? null,
      before: compared(rating.key)?.before ?? null,
    }),
  }));
  const items = judged.filter(({ headlines }) => headlines[0].share !== null);
  const bases = BASES.filter((basis) => items.some(({ headlines }) => headlines.some((one) => one.basis === basis)));
  return { setAside: countsByReason(setAside), flagged: countsByFlag(flagged), bases, items };
}

function countsByFlag(flagged: readonly FlaggedTally[]): FlagCounts {
  const sumOf = (some: readonly FlaggedTally[]) => some.reduce((sum, { tally }) => sum + tally.n, 0);
  const flags = QUALITY_FLAGS.map((flag) => ({
    flag,
    count: sumOf(flagged.filter((one) => one.flags.includes(flag))),
  }));
  return { responses: sumOf(flagged), flags: flags.filter(({ count }) => count > 0) };
}

/** By status and reason, in their order, each that there is. */
function countsByReason(setAside: readonly SetAsidePattern[]): SetAsideCount[] {
  const kindOf = (status: SetAside, reason: StatusReason | null) => `${status} ${reason}`;
  const counts = new Map<string, number>();
  for (const { status, reason, count } of setAside) {
    const kind = kindOf(status, findStatusReason(reason));
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return SET_ASIDE.flatMap((status) =>
    [...STATUS_REASONS, null].flatMap((reason) => {
      const count = counts.get(kindOf(status, reason)) ?? 0;
      return count > 0 ? [{ status, reason, count }] : [];
    }),
  );
}
