import Form from "next/form";
import { PendingWords } from "@/app/_ui/desk/pending-words";
import styles from "@/app/_ui/desk/filter-controls.module.css";
import type { Edition } from "@/db/editions";
import type { Part } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { PartSelects } from "../results/part-selects";

interface VerbatimsFilterFormProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly filter: Part;
  readonly locale: Locale;
}

/** Of which round and part the words are; another round may have other questions, so it begins with its first. */
export function VerbatimsFilterForm({ edition, editions, filter, locale }: VerbatimsFilterFormProps) {
  const t = translator(locale, "part");
  const label = t("verbatims");
  return (
    <Form action="/admin/verbatims" prefetch={false} className={styles.filter} aria-label={label} role="search">
      <PartSelects {...{ edition, editions, filter, locale }} />
      <p className={styles.acts}>
        <button className="btn btn-2">{t("apply")}</button>
        <PendingWords words={t("pending")} />
      </p>
    </Form>
  );
}
