import Link from "next/link";
import { Section } from "@/app/_ui/desk/section";
import { Table } from "@/app/_ui/desk/table";
import { numberOf } from "@/app/admin/responses/response-number";
import type { TypedSheet } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";

interface SheetTableProps {
  readonly staff: Staff;
  readonly sheets: readonly TypedSheet[];
  readonly locale: Locale;
}

/** The sheets that were typed, with who typed them and the answers that they became. */
export function SheetTable({ staff, sheets, locale }: SheetTableProps) {
  const t = translator(locale, "batches");
  const columns = [{ head: t("sheets.sheet") }, { head: t("sheets.by") }, { head: t("sheets.answer") }];
  return (
    <Section id="sheets" title={t("sheets.title")} say={sheets.length === 0 ? t("sheets.none") : undefined}>
      {sheets.length > 0 && (
        <Table caption={t("sheets.caption")} columns={columns}>
          {sheets.map(({ sheet, responseId, enteredBy, enteredByName }) => (
            <tr key={sheet}>
              <th scope="row" className="num">
                {t("sheets.number", { sheet })}
              </th>
              <td>{enteredBy === staff.id ? t("sheets.byMe") : (enteredByName ?? t("sheets.byOther"))}</td>
              <td className="num">
                <Link href={`/admin/responses/${responseId}`}>{numberOf(responseId)}</Link>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
