import { type CellStyle, type WriteSheet, calculateRowHeight } from "hucre/xlsx";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { Cell, Table } from "./response-table";
import { sheetText } from "./sheet-xml";

/** Wrapped from the top, for columns of sentences. */
export const PROSE: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
const HEADER: CellStyle = {
  ...PROSE,
  font: { name: "Calibri", size: 11, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
};

/** A table as a sheet whose first row is its head and stays in sight; widths in characters. */
export function plainSheet(name: string, rows: Table, columnWidths: readonly number[], style?: CellStyle): WriteSheet {
  // LibreOffice gives wrapped rows no height of their own. Words and bold type fill less than the whole width, and a
  // Chinese line is taller than the 11 points of its font ask for.
  const height = (cells: readonly Cell[]) =>
    calculateRowHeight([...cells], {
      wrapText: true,
      fontSize: 13,
      columnWidths: columnWidths.map((width) => 0.85 * width),
    });
  return {
    name,
    columns: columnWidths.map((width) => (style ? { width, style } : { width })),
    rows: rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? sheetText(cell) : cell))),
    rowDefs: new Map(rows.map((cells, row) => [row, { height: height(cells) }])),
    cells: new Map(rows[0].map((_, column) => [`0,${column}`, { style: HEADER }])),
    freezePane: { rows: 1 },
  };
}

/** The same as a sheet of the demo: it says so in its name, and at the head of every printed page. */
export function demoSheet(sheet: WriteSheet, locale: Locale): WriteSheet {
  const t = translator(locale, "demo");
  return { ...sheet, name: t("sheetName", { name: sheet.name }), headerFooter: { oddHeader: `&C${t("mark")}` } };
}
