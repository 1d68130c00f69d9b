import type { EditionState } from "./edition";
import type { PrivacyNotice } from "./privacy-notice";

type Kept = Pick<PrivacyNotice, "contactMonths" | "responseYears">;

/**
 * The first day whose contacts are still kept on `today` (both `YYYY-MM-DD`), by the months that the privacy notice
 * promises: older consents are due. Once the results stand in next year's report every contact is. Null without a promise.
 */
export function contactsKeptSince(notice: Kept, state: EditionState, today: string): string | null {
  if (state === "disclosed") return dayAfter(today);
  return notice.contactMonths === null ? null : monthsBefore(today, notice.contactMonths);
}

/** The first day whose texts are still kept on `today`, by the years that the privacy notice promises; null without. */
export function textsKeptSince(notice: Kept, today: string): string | null {
  return notice.responseYears === null ? null : monthsBefore(today, notice.responseYears * 12);
}

/** The same day some months ago, or the last of that month where it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
