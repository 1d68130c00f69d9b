import { longDay } from "@/lib/messages/calendar";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { Coverage } from "@/lib/analysis/coverage";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { CoverageRow } from "./coverage-row";

interface CoverageBoardProps {
  readonly edition: Edition;
  readonly coverage: Coverage;
  readonly locale: Locale;
}

/** The board: a row for each group in the report's order, then those who stated none, and all. */
export function CoverageBoard({ edition, coverage: { rows, unstated, total }, locale }: CoverageBoardProps) {
  const t = translator(locale, "coverage");
  const columns = [
    { head: t("board.group") },
    { head: t("board.valid"), numeric: true },
    { head: t("board.lastWeek") },
    { head: t("board.channel") },
    { head: t("board.invitation") },
  ];
  return (
    <Section id="board" title={t("board.title")}>
      <Table caption={t("board.caption")} columns={columns}>
        {rows.map((row) => (
          <CoverageRow key={row.group} {...{ edition, row, locale }} />
        ))}
        <tr>
          <th scope="row">{t("board.unstated")}</th>
          <Figure>{unstated.valid}</Figure>
          <td colSpan={3}>{unstated.lastWeek && t("board.week", { day: longDay(unstated.lastWeek, locale) })}</td>
        </tr>
        <tr>
          <th scope="row">{t("board.total")}</th>
          <Figure strong>{total}</Figure>
          <td colSpan={3}>{t("board.stated", { n: total - unstated.valid })}</td>
        </tr>
      </Table>
      <FinePrint>
        <p>{t("board.note")}</p>
      </FinePrint>
    </Section>
  );
}
