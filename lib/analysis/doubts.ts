import { type ResponseStatus, type StatusReason, STATUS_REASONS, findStatusReason } from "../survey/response-status";
import type { YearComparison } from "./comparison";
import { type Distribution, distributionOf } from "./distribution";
import type { GroupRow } from "./group-mix";
import type { RatingPattern } from "./patterns";
import { type Robustness, robustnessOf } from "./quality";
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

/** What is not counted, and how far each item's headline rests on that. */
export interface Doubts {
  readonly setAside: readonly SetAsideCount[];
  readonly items: readonly (Robustness & { readonly key: string })[];
}

/** What a judgement of doubts needs: the results, the crosstab's rows by group, and last year where it is compared. */
export interface Doubted {
  readonly results: Pick<Results, "ratings">;
  readonly groups: readonly GroupRow[];
  readonly setAside: readonly SetAsidePattern[];
  readonly comparison: YearComparison | null;
}

/**
 * The doubts about an edition's figures. Suspects are those in quarantine or on hold; what two people excluded is no
 * longer in doubt, and is only counted. For analysts: two headlines side by side tell what the few between them said.
 */
export function doubtsOf({ results, groups, setAside, comparison }: Doubted): Doubts {
  const suspects = setAside.filter(({ status }) => status !== "excluded");
  const stated = groups.filter(({ value }) => value !== null);
  const items = results.ratings.map((rating, place) => ({
    key: rating.key,
    ...robustnessOf({
      counted: rating,
      suspects: distributionOf(suspects, place),
      flagged: null,
      groups: stated.flatMap(({ ratings }): Distribution[] => ratings.slice(place, place + 1)),
      before: comparison?.items.find(({ key }) => key === rating.key)?.before ?? null,
    }),
  }));
  return { setAside: countsByReason(setAside), items };
}

/** By status and reason, in their order, each that there is. */
function countsByReason(setAside: readonly SetAsidePattern[]): SetAsideCount[] {
  return SET_ASIDE.flatMap((status) =>
    [...STATUS_REASONS, null].flatMap((reason) => {
      const found = setAside.filter((one) => one.status === status && findStatusReason(one.reason) === reason);
      const count = found.reduce((sum, one) => sum + one.count, 0);
      return count > 0 ? [{ status, reason, count }] : [];
    }),
  );
}
