import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { type Availability, type EditionDefinition, lastMomentOf } from "@/lib/survey/edition";

/** What is said where an edition takes no answers: since when or until when, and where to write instead. */
export function unavailableWords(
  { company, opensAt, closesAt, timeZone }: Pick<EditionDefinition, "company" | "opensAt" | "closesAt" | "timeZone">,
  locale: Locale,
  availability: Exclude<Availability, "open">,
): { title: string; text: string } {
  const t = translator(locale, "reader");
  const [name, when] =
    availability === "closed" ? (["closed", lastMomentOf({ closesAt })] as const) : (["notYetOpen", opensAt] as const);
  const date = when ? longDate(when, timeZone, locale) : "";
  const { email, phone } = company;
  return { title: t(`${name}.title`), text: t(when ? `${name}.textOn` : `${name}.text`, { date, email, phone }) };
}
