import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { TypedSheet } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { agreementByField } from "@/lib/survey/second-keying";
import { entryContent } from "../../entry-content";

interface AgreementTableProps {
  readonly edition: Edition;
  readonly sheets: readonly TypedSheet[];
  readonly locale: Locale;
}

/** Item by item, in how many of the sheets that were keyed twice both say the same. */
export function AgreementTable({ edition, sheets, locale }: AgreementTableProps) {
  const t = translator(locale, "batches");
  const { items, optional } = entryContent(edition, locale, null);
  const nameOf = (field: string) => {
    const item = [...items, ...optional].find(({ key }) => key === field);
    return item ? `${item.number} ${item.text}` : field;
  };
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const columns = [
    { head: t("second.item") },
    { head: t("second.same"), numeric: true },
    { head: t("second.compared"), numeric: true },
    { head: t("second.rate"), numeric: true },
  ];
  return (
    <Table caption={t("second.agreementCaption")} columns={columns}>
      {agreementByField(sheets.flatMap(({ second }) => second ?? [])).map(({ field, compared, agreed }) => (
        <tr key={field}>
          <th scope="row">{nameOf(field)}</th>
          <Figure>{agreed}</Figure>
          <Figure>{compared}</Figure>
          <Figure>{percent.format(agreed / compared)}</Figure>
        </tr>
      ))}
    </Table>
  );
}
