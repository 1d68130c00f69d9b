import Link from "next/link";
import { Caution } from "@/app/_ui/desk/caution";
import type { Edition } from "@/db/editions";
import { FEW_FOR_WORDS, type ResultsFilter, isNarrowed } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { partWords } from "@/lib/part-words";
import styles from "./part-note.module.css";

interface PartNoteProps {
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  /** How many valid answers the part has. */
  readonly valid: number;
  /** What is said of last year; null where the page has none at all. */
  readonly lastYear: LastYear | null;
  /** The page of everybody. */
  readonly whole: string;
  readonly locale: Locale;
}

/** What became of last year's figures, where they are asked for: of the same part, or why there are none. */
export type LastYear = "shown" | "left-out" | "no-channel" | "nobody" | "none";

/** That a page is of a part of the answers and of which, on paper too; and that last year was left out. */
export function PartNote({ edition, filter, valid, lastYear, whole, locale }: PartNoteProps) {
  const t = translator(locale, "part");
  if (!isNarrowed(filter))
    return lastYear === "left-out" && <p className={`notice ${styles.note}`}>{t("last.left-out")}</p>;
  return (
    <>
      <p className={`notice ${styles.note}`}>
        {t("say", { part: partWords(filter, edition.channels, locale) })}
        {lastYear && lastYear !== "none" && t(`last.${lastYear}`)}
        <span className={styles.aside}>
          {t("logged")}{" "}
          <Link href={whole} prefetch={false}>
            {t("clear")}
          </Link>
        </span>
      </p>
      {valid > 0 && valid < FEW_FOR_WORDS && <Caution>{t("few", { n: FEW_FOR_WORDS })}</Caution>}
      {valid === 0 && <p className={styles.nobody}>{t("nobody")}</p>}
    </>
  );
}
