import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { EditionDefinition } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import styles from "./draft-mark.module.css";

interface DraftMarkProps {
  readonly edition: Pick<EditionDefinition, "state">;
  readonly locale: Locale;
}

/** On paper, that the figures are a draft until the round is sealed; the page itself shows the round's state. */
export function DraftMark({ edition, locale }: DraftMarkProps) {
  if (isSealed(edition)) return null;
  return <p className={`notice ${styles.mark}`}>{translator(locale, "results")("chart.draft")}</p>;
}
