import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type EditionDefinition, availabilityOf } from "@/lib/survey/edition";
import styles from "./state-chip.module.css";

interface StateChipProps {
  readonly edition: Pick<EditionDefinition, "state" | "opensAt" | "closesAt">;
  readonly now: Date;
  readonly locale: Locale;
}

/** How an edition stands, as a word in a frame; an open one by its field period too. */
export function StateChip({ edition, now, locale }: StateChipProps) {
  const t = translator(locale, "department");
  const state = edition.state === "open" ? availabilityOf(edition, now) : edition.state;
  const dress = state === "open" ? styles.filled : state === "draft" || state === "not-yet-open" ? styles.dashed : "";
  return <span className={`${styles.chip} ${dress}`}>{t(`state.${state}`)}</span>;
}
