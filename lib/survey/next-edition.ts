import type { EditionDefinition } from "./edition";

/** The slug of the report one year on: `2024-summary` → `2025-summary`. */
export function nextSlug(slug: string): string {
  return `${Number(slug.slice(0, 4)) + 1}${slug.slice(4)}`;
}

/** A civil date one year on; 29 February becomes the 28th. */
function nextYear(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, "0");
  return day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/**
 * Next year's edition from this year's: a draft with the same form (item keys are what makes two years one series),
 * optional questions, channels, company, notice and texts. Only the year of its reporting period moves on, and no field
 * period is set: wording that holds a year is for a person to look at (`yearsToCheck`).
 */
export function nextEditionOf(edition: EditionDefinition): EditionDefinition {
  const { company, privacyNotice, reportTitle, timeZone, channels, instrument, asks, reportingPeriod } = edition;
  return {
    slug: nextSlug(edition.slug),
    state: "draft",
    reportTitle,
    company,
    privacyNotice,
    reportingPeriod: { start: nextYear(reportingPeriod.start), end: endOfNextYear(reportingPeriod.end) },
    timeZone,
    opensAt: null,
    closesAt: null,
    channels: channels.filter(({ retired }) => !retired),
    instrument,
    asks,
  };
}

/** The end of a period: the last day of a month stays the last of it. */
function endOfNextYear(day: string): string {
  const isLastOfFebruary = /-02-2[89]$/.test(day) && nextDay(day).endsWith("-03-01");
  if (!isLastOfFebruary) return nextYear(day);
  const year = Number(day.slice(0, 4)) + 1;
  return new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10);
}

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
