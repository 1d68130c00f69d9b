import Link from "next/link";
import { momentText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { stepAddress } from "./import-addresses";
import styles from "./import.module.css";

interface FileTableProps {
  readonly edition: Edition;
  readonly files: readonly ImportBatch[];
  readonly locale: Locale;
}

/** The newest files of an edition: those that wait, and what became of the others. */
export function FileTable({ edition, files, locale }: FileTableProps) {
  const t = translator(locale, "import");
  const at = (moment: Date) => momentText(locale, edition, moment);
  const columns = [{ head: t("list.file") }, { head: t("list.rows"), numeric: true }, { head: t("list.state") }];
  return (
    <Section id="files" title={t("list.title")}>
      {files.length === 0 ? (
        <p className={styles.none}>{t("list.none")}</p>
      ) : (
        <Table caption={t("list.caption")} columns={columns}>
          {files.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <bdi>{t("list.by", { name: file.uploadedBy, at: at(file.uploadedAt) })}</bdi>
              </th>
              <Figure>{file.rows.toLocaleString(locale)}</Figure>
              <td>
                <FileState
                  {...{ edition, file, locale, at }}
                  href={stepAddress(edition.slug, file.id, resumedAt(file))}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

const resumedAt = ({ mapping }: ImportBatch) => (mapping ? "check" : "columns");

interface FileStateProps {
  readonly edition: Edition;
  readonly file: ImportBatch;
  readonly locale: Locale;
  readonly at: (moment: Date) => string;
  readonly href: string;
}

function FileState({ edition, file, locale, at, href }: FileStateProps) {
  const t = translator(locale, "import");
  const { acceptedAt, acceptedBy, added, rows } = file;
  if (!acceptedAt) {
    return (
      <>
        {t(isSealed(edition) ? "list.waitingSealed" : "list.waiting")}{" "}
        <Link href={href}>{t(isSealed(edition) ? "list.open" : "list.continue")}</Link>
      </>
    );
  }
  const facts = { name: acceptedBy ?? "", at: at(acceptedAt), added: added ?? 0, already: rows - (added ?? 0) };
  return t(facts.already > 0 ? "list.acceptedAlready" : "list.accepted", facts);
}
