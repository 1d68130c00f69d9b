import { Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { BadRow } from "@/db/import-check";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { excerptOf } from "@/lib/survey/excerpt";
import { stepAddress } from "../../import-addresses";
import styles from "./check.module.css";
import { problemsOf } from "./problem-words";

interface ProblemTableProps {
  readonly edition: Edition;
  readonly batch: ImportBatch;
  readonly rows: readonly BadRow[];
  /** How many cells are bad in all, and how many are shown at most. */
  readonly problems: number;
  readonly most: number;
  readonly locale: Locale;
}

/** The first bad cells of a file by row and column, and all of them as a file. */
export function ProblemTable({ edition, batch, rows, problems, most, locale }: ProblemTableProps) {
  const t = translator(locale, "import");
  const shown = rows.flatMap((row) => problemsOf(edition, batch, row, locale)).slice(0, most);
  const heads = [t("check.row"), t("check.cell"), t("check.content"), t("check.wrong")];
  return (
    <>
      <Table caption={t("check.caption", { n: shown.length })} columns={heads.map((head) => ({ head }))}>
        {shown.map(({ row, column, content, wrong }) => (
          <tr key={`${row} ${column} ${wrong}`}>
            <td className="num">{row}</td>
            <td>{column}</td>
            <td>{content.trim() === "" ? t("check.empty") : <bdi>{excerptOf(content, null)}</bdi>}</td>
            <td>{wrong}</td>
          </tr>
        ))}
      </Table>
      <p className={styles.acts}>
        {problems > shown.length && <span>{t("check.more", { n: problems - shown.length })}</span>}
        <a href={`${stepAddress(edition.slug, batch.id, "columns")}/problems.csv`}>{t("check.csv")}</a>
      </p>
    </>
  );
}
