import { fieldPeriodText } from "@/app/_ui/desk/dates";
import { StateChip } from "@/app/_ui/desk/state-chip";
import { FilterBar } from "@/app/admin/results/filter-bar";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./entry-head.module.css";

interface EntryHeadProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly locale: Locale;
  readonly title: string;
  readonly say: string;
}

/** The head of a page that takes answers into an edition: which one, how it stands, and until when it takes them. */
export function EntryHead({ edition, editions, locale, title, say }: EntryHeadProps) {
  return (
    <>
      <header className={styles.head}>
        <p>{translator(locale, "department")("reportTitle", { title: edition.reportTitle[locale] })}</p>
        <h1>{title}</h1>
        <ul className="num">
          <li>
            <StateChip edition={edition} now={new Date()} locale={locale} />
          </li>
          <li>{fieldPeriodText(locale, edition)}</li>
        </ul>
        <p>{say}</p>
        <p>{translator(locale, "entry")("closedRule")}</p>
      </header>
      <FilterBar {...{ edition, editions, locale }} />
    </>
  );
}
