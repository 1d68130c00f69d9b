import { z } from "zod";
import { type Result, fail, ok } from "../result";
import { type EditionDefinition, isTimeZone } from "./edition";
import { standingOf } from "./edition-life";
import { countCharacters, isBlank, isStorable } from "./text";
import { instantAt, wallTimeIn } from "./zoned-time";

/** What of an edition its page of settings changes. */
export type EditionSettings = Pick<
  EditionDefinition,
  "reportTitle" | "reportingPeriod" | "timeZone" | "opensAt" | "closesAt"
>;

/** The fields of that page, in its order. */
export const SETTINGS_FIELDS = [
  "title_zh",
  "title_en",
  "period_start",
  "period_end",
  "time_zone",
  "opens_at",
  "closes_at",
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];
export type TypedSettings = Readonly<Record<SettingsField, string>>;

/** What can be wrong with a field. */
export type SettingsProblem =
  | "missing"
  | "tooLong"
  | "unstorable"
  | "notADay"
  | "notAZone"
  | "notATime"
  | "endsBeforeStart"
  | "closesBeforeOpening"
  | "opensLater"
  | "closesPast";

export interface SettingsError {
  readonly field: SettingsField;
  readonly problem: SettingsProblem;
}

/** A title of a report is a line on a page, not a text. */
export const LONGEST_TITLE = 100;

/** An edition's settings as a form shows them; times by the clocks of its zone. */
export function typedSettingsOf(settings: EditionSettings): TypedSettings {
  const { reportTitle, reportingPeriod, timeZone, opensAt, closesAt } = settings;
  return {
    title_zh: reportTitle["zh-CN"],
    title_en: reportTitle.en,
    period_start: reportingPeriod.start,
    period_end: reportingPeriod.end,
    time_zone: timeZone,
    opens_at: opensAt ? wallTimeIn(timeZone, opensAt) : "",
    closes_at: closesAt ? wallTimeIn(timeZone, closesAt) : "",
  };
}

/** Reads what was typed over an edition's settings `before`; everything wrong with it comes back, by field. */
export function parseSettings(
  typed: TypedSettings,
  before: EditionSettings & Pick<EditionDefinition, "state">,
  now: Date,
): Result<EditionSettings, SettingsError[]> {
  const errors: SettingsError[] = [];
  const refuse = (field: SettingsField, problem: SettingsProblem | null) => {
    if (problem) errors.push({ field, problem });
  };
  for (const field of ["title_zh", "title_en"] as const) refuse(field, lineProblem(typed[field]));
  const { period_start: start, period_end: end, time_zone: timeZone } = typed;
  for (const field of ["period_start", "period_end"] as const)
    refuse(field, typed[field] === "" ? "missing" : isDay(typed[field]) ? null : "notADay");
  if (isDay(start) && isDay(end) && start > end) refuse("period_end", "endsBeforeStart");
  refuse("time_zone", isTimeZone(timeZone) ? null : "notAZone");
  if (!isTimeZone(timeZone)) return fail(errors);

  const kept = typedSettingsOf(before);
  const read = (field: "opens_at" | "closes_at", instant: Date | null) => {
    // To the second as it was, unless something else was typed than the minute that the form showed.
    const isAsBefore = typed[field] === kept[field] && timeZone === before.timeZone;
    const found = isAsBefore ? instant : instantAt(timeZone, typed[field]);
    refuse(field, typed[field] !== "" && !found ? "notATime" : null);
    return { found, isAsBefore };
  };
  const { found: opensAt, isAsBefore: opensAsBefore } = read("opens_at", before.opensAt);
  const { found: closesAt, isAsBefore: closesAsBefore } = read("closes_at", before.closesAt);
  if (opensAt && closesAt && opensAt >= closesAt) refuse("closes_at", "closesBeforeOpening");
  const isOpen = standingOf(before, now) === "open";
  if (isOpen && !opensAsBefore && opensAt && opensAt > now) refuse("opens_at", "opensLater");
  if (isOpen && !closesAsBefore && closesAt && closesAt <= now) refuse("closes_at", "closesPast");
  if (errors.length > 0) return fail(errors);
  const reportTitle = { "zh-CN": typed.title_zh, en: typed.title_en };
  return ok({ reportTitle, reportingPeriod: { start, end }, timeZone, opensAt, closesAt });
}

const isDay = (typed: string) => z.iso.date().safeParse(typed).success;

function lineProblem(typed: string): SettingsProblem | null {
  if (isBlank(typed)) return "missing";
  if (!isStorable(typed)) return "unstorable";
  return countCharacters(typed) > LONGEST_TITLE ? "tooLong" : null;
}
