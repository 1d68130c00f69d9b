import { Section } from "@/app/_ui/desk/section";
import { Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import { columnLetter } from "@/lib/import/column-letter";
import { importColumns } from "@/lib/import/columns";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { excerptOf } from "@/lib/survey/excerpt";
import styles from "./match.module.css";

interface FileColumnsProps {
  readonly edition: Edition;
  readonly batch: ImportBatch;
  readonly rows: readonly (readonly string[])[];
  /** The place of the column for each field that has one. */
  readonly chosen: Readonly<Record<string, number>>;
  readonly locale: Locale;
}

/** The columns of a file with what stands in its first rows, and what each is taken for. */
export function FileColumns({ edition, batch, rows, chosen, locale }: FileColumnsProps) {
  const t = translator(locale, "import");
  const heads = [t("columns.letter"), t("columns.name"), t("columns.sample"), t("columns.used")];
  const titles = new Map(
    importColumns(edition, locale).flatMap(({ field, title }) =>
      chosen[field] === undefined ? [] : [[chosen[field], title]],
    ),
  );
  return (
    <Section id="file-columns" title={t("columns.file")}>
      <Table caption={t("columns.fileSay")} columns={heads.map((head) => ({ head }))}>
        {batch.columns.map(({ place, name }, at) => (
          <tr key={place}>
            <td>{columnLetter(place)}</td>
            <th scope="row">{name}</th>
            <td>
              {rows.map((cells, row) => (
                // The same may stand in several rows.
                <bdi key={`${row} ${cells[at]}`} className={styles.sample}>
                  {excerptOf(cells[at] ?? "", null)}
                </bdi>
              ))}
            </td>
            <td>{titles.get(at) ?? t("columns.unused")}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
