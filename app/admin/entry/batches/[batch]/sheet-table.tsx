import { Section } from "@/app/_ui/desk/section";
import { Table } from "@/app/_ui/desk/table";
import { numberOf } from "@/app/admin/responses/response-number";
import type { EntryBatch, TypedSheet } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { differenceAddress } from "../batch-address";
import { isOpen } from "./keying-counts";

interface SheetTableProps {
  readonly staff: Staff;
  readonly batch: EntryBatch;
  readonly sheets: readonly TypedSheet[];
  readonly locale: Locale;
}

/**
 * The sheets that were typed, with who typed them and the answers that they became. No `Link` leads there: it would fetch
 * the page ahead, and every look at an answer is noted.
 */
export function SheetTable({ staff, batch, sheets, locale }: SheetTableProps) {
  const t = translator(locale, "batches");
  const isKeyedTwice = batch.keyedTwice || sheets.some(({ second }) => second !== null);
  const columns = [
    { head: t("sheets.sheet") },
    { head: t("sheets.by") },
    ...(isKeyedTwice ? [{ head: t("second.column") }] : []),
    { head: t("sheets.answer") },
  ];
  return (
    <Section id="sheets" title={t("sheets.title")} say={sheets.length === 0 ? t("sheets.none") : undefined}>
      {sheets.length > 0 && (
        <Table caption={t("sheets.caption")} columns={columns}>
          {sheets.map(({ sheet, responseId, enteredBy, enteredByName, second }) => (
            <tr key={sheet}>
              <th scope="row" className="num">
                {t("sheets.number", { sheet })}
              </th>
              <td>{enteredBy === staff.id ? t("sheets.byMe") : (enteredByName ?? t("sheets.byOther"))}</td>
              {isKeyedTwice && (
                <td>
                  {keyingWords(second, locale)}
                  {isOpen(second) && (
                    <>
                      {" "}
                      <a
                        href={differenceAddress(batch, sheet)}
                        aria-label={`${t("second.resolve")} ${t("sheets.number", { sheet })}`}
                      >
                        {t("second.resolve")}
                      </a>
                    </>
                  )}
                </td>
              )}
              <td className="num">
                <a href={`/admin/responses/${responseId}`}>{numberOf(responseId)}</a>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function keyingWords(second: TypedSheet["second"], locale: Locale): string {
  const t = translator(locale, "batches");
  if (!second) return t("second.notKeyed");
  const { byName: name, differing, resolvedByName: resolver } = second;
  const n = differing.length;
  if (n === 0) return t("second.agreed", { name });
  return resolver === null ? t("second.open", { n, name }) : t("second.resolvedBy", { n, name, resolver });
}
