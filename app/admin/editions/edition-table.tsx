import Link from "next/link";
import { StateChip } from "@/app/_ui/desk/state-chip";
import { Figure, Table } from "@/app/_ui/desk/table";
import { type AnswerCounts, NO_ANSWERS } from "@/db/edition-counts";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./editions.module.css";
import { FieldPeriod } from "./field-period";

interface EditionTableProps {
  readonly editions: readonly Edition[];
  readonly counts: ReadonlyMap<string, AnswerCounts>;
  readonly now: Date;
  readonly locale: Locale;
}

/** Every edition in a row: how it stands, when it takes answers, how many it has, and where its form is. */
export function EditionTable({ editions, counts, now, locale }: EditionTableProps) {
  const t = translator(locale, "editions");
  const columns = [
    { head: t("columns.report") },
    { head: t("columns.state") },
    { head: t("columns.period") },
    { head: t("columns.answers"), numeric: true },
    { head: t("columns.link") },
  ];
  return (
    <Table caption={t("caption")} columns={columns}>
      {editions.map((edition) => {
        const { valid, received } = counts.get(edition.id) ?? NO_ANSWERS;
        return (
          <tr key={edition.slug}>
            <th scope="row">
              <Link href={`/admin/editions/${edition.slug}`}>{t("round", { slug: edition.slug })}</Link>
              <span className={styles.second}>{edition.reportTitle[locale]}</span>
            </th>
            <td>
              <StateChip edition={edition} now={now} locale={locale} />
            </td>
            <td>
              <FieldPeriod edition={edition} locale={locale} />
            </td>
            <Figure>
              {valid.toLocaleString(locale)} / {received.toLocaleString(locale)}
            </Figure>
            <td>
              <a href={locale === "en" ? `/en/${edition.slug}` : `/${edition.slug}`}>/{edition.slug}</a>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
