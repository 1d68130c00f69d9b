import { type Result, fail, ok } from "../result";
import { type EditionDefinition, type EditionState, availabilityOf } from "./edition";

/** How an edition stands: its state, but an open one may still wait for its beginning or be past its end. */
export type Standing = EditionState | "scheduled";

/** What can be done with an edition as a whole, in the order of its life. */
export const EDITION_ACTS = ["schedule", "open", "recall", "close", "reopen", "seal", "disclose", "unseal"] as const;
export type EditionAct = (typeof EDITION_ACTS)[number];

/** What of an edition its life changes. */
export type Round = Pick<EditionDefinition, "state" | "opensAt" | "closesAt">;

const POSSIBLE: Readonly<Record<Standing, readonly EditionAct[]>> = {
  draft: ["schedule", "open"],
  scheduled: ["open", "recall"],
  open: ["close"],
  closed: ["seal", "reopen"],
  sealed: ["disclose", "unseal"],
  disclosed: ["unseal"],
};

/** How an edition stands at an instant. */
export function standingOf(round: Round, now: Date): Standing {
  if (round.state !== "open") return round.state;
  const availability = availabilityOf(round, now);
  return availability === "not-yet-open" ? "scheduled" : availability;
}

/** Whether an edition is sealed; a disclosed one stays so. */
export function isSealed({ state }: Pick<Round, "state">): boolean {
  return state === "sealed" || state === "disclosed";
}

/** That an edition's seal was broken, by whom and why: a mark that stays. */
export interface Unsealing {
  readonly at: Date;
  readonly staffName: string;
  readonly reason: string;
}

/** What can be done with an edition at an instant. `schedule` needs an opening still to come. */
export function actsFor(round: Round, now: Date): EditionAct[] {
  const isToCome = round.opensAt !== null && round.opensAt > now;
  return POSSIBLE[standingOf(round, now)].filter((act) => act !== "schedule" || isToCome);
}

/** Why an act is not done: it does not fit how the edition stands now, or its closing is already over. */
export type RoundRefusal = "not-now" | "closing-passed";

/**
 * What an act makes of an edition. Opening, closing and opening again by hand note their instant, so that the field
 * period is what it was and not what was planned.
 */
export function afterAct(round: Round, act: EditionAct, now: Date): Result<Round, RoundRefusal> {
  if (!actsFor(round, now).includes(act)) return fail("not-now");
  const { opensAt, closesAt } = round;
  switch (act) {
    case "schedule":
      return ok({ state: "open", opensAt, closesAt });
    case "open":
      if (closesAt && closesAt <= now) return fail("closing-passed");
      return ok({ state: "open", opensAt: now, closesAt });
    case "recall":
      return ok({ state: "draft", opensAt, closesAt });
    case "close":
      return ok({ state: "closed", opensAt, closesAt: now });
    case "reopen":
      return ok({ state: "open", opensAt, closesAt: null });
    case "seal":
      return ok({ state: "sealed", opensAt, closesAt });
    case "disclose":
      return ok({ state: "disclosed", opensAt, closesAt });
    case "unseal":
      return ok({ state: "closed", opensAt, closesAt });
  }
}
