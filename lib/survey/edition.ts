import { z } from "zod";
import { Localized } from "../locale";
import { Channel } from "./channel";
import { Company } from "./company";
import { Instrument } from "./instrument";
import { Asks } from "./optional-question";
import { PrivacyNotice } from "./privacy-notice";

/** The states of one round, in order. Only `open` takes answers, and only within its field period. */
export const EDITION_STATES = ["draft", "open", "closed", "sealed", "disclosed"] as const;
export const EditionState = z.enum(EDITION_STATES);
export type EditionState = z.infer<typeof EditionState>;

/** The short name in an address: the report year, e.g. `2024`, with a suffix for a second report of a year. */
export const EditionSlug = z.string().regex(/^[0-9]{4}(-[a-z0-9]{1,16})?$/);

const CivilDate = z.iso.date();

/** What makes an edition: everything but its database keys. `opensAt` and `closesAt` are instants; null is no limit. */
export const EditionDefinition = z.strictObject({
  slug: EditionSlug,
  state: EditionState,
  reportTitle: Localized,
  company: Company,
  privacyNotice: PrivacyNotice,
  reportingPeriod: z.strictObject({ start: CivilDate, end: CivilDate }),
  timeZone: z.string().refine(isTimeZone, { error: "not an IANA time zone" }),
  opensAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  instrument: Instrument,
  asks: Asks,
  channels: z.array(Channel).refine((channels) => new Set(channels.map(({ code }) => code)).size === channels.length, {
    error: "two channels have one code",
  }),
});
export type EditionDefinition = z.infer<typeof EditionDefinition>;

/** Whether an edition takes answers. */
export type Availability = "not-yet-open" | "open" | "closed";

/** Whether an edition takes answers at an instant: by its state first, then by its field period [opensAt, closesAt). */
export function availabilityOf(
  edition: Pick<EditionDefinition, "state" | "opensAt" | "closesAt">,
  now: Date,
): Availability {
  if (edition.state === "draft") return "not-yet-open";
  if (edition.state !== "open") return "closed";
  if (edition.opensAt && now < edition.opensAt) return "not-yet-open";
  if (edition.closesAt && now >= edition.closesAt) return "closed";
  return "open";
}

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`: all that is kept of when an answer came. */
export function dayIn(timeZone: string, instant: Date): string {
  return dayFormatOf(timeZone).format(instant);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes as long as reading a form. */
function dayFormatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = dayFormats.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormats.set(timeZone, made);
  return made;
}

/**
 * A moment of the last day on which answers are taken, or null without an end: `closesAt` is the first instant of being
 * closed, so a round that closes at midnight has the day before as its last.
 */
export function lastMomentOf({ closesAt }: Pick<EditionDefinition, "closesAt">): Date | null {
  return closesAt && new Date(closesAt.getTime() - 1);
}

/** Whether a name is that of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
