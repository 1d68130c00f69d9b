import { type Result, fail, ok } from "../result";
import { type EditionDefinition, dayIn, lastMomentOf } from "./edition";

/** Why nothing is taken in by hand: the round is not begun, or frozen. */
export type EntryRefusal = "draft" | "sealed";

/**
 * Whether answers that came on paper, by telephone or e-mail may be taken in: from opening until the round is sealed,
 * also after its closing, since paper arrives late. Null when they may.
 */
export function entryRefusal({ state }: Pick<EditionDefinition, "state">): EntryRefusal | null {
  if (state === "draft") return "draft";
  return state === "open" || state === "closed" ? null : "sealed";
}

/** Why a day cannot be the one on which an answer came. */
export type DayError = "not-a-day" | "in-future" | "before-report";

type Dated = Pick<EditionDefinition, "timeZone" | "reportingPeriod">;

/**
 * Reads the day on which an answer came (`YYYY-MM-DD`): not after `today`, and not before the year that the report is
 * about. A day outside the field period is possible; `isOutsideFieldPeriod` tells.
 */
export function readReceivedOn(edition: Dated, sent: unknown, today: string): Result<string, DayError> {
  if (typeof sent !== "string" || !isDay(sent)) return fail("not-a-day");
  if (sent > today) return fail("in-future");
  return sent < edition.reportingPeriod.start ? fail("before-report") : ok(sent);
}

/** Whether a day is before the round opens or after its last day. */
export function isOutsideFieldPeriod(
  { opensAt, closesAt, timeZone }: Pick<EditionDefinition, "opensAt" | "closesAt" | "timeZone">,
  day: string,
): boolean {
  const last = lastMomentOf({ closesAt });
  return (opensAt !== null && day < dayIn(timeZone, opensAt)) || (last !== null && day > dayIn(timeZone, last));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
