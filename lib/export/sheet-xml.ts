import { colToLetter } from "hucre/xlsx";

/** The longest text that Excel takes in a cell, in UTF-16 units; it calls a file with a longer one damaged. */
const LONGEST_TEXT = 32_767;

/** `A` to `ZZ`, made once: a file asks for them with every cell. */
const LETTERS = Array.from({ length: 702 }, (_, column) => colToLetter(column));

/** Whatever is not written as it stands; nearly every text has nothing of it, and one look is less than five replacements. */
const SPECIAL = /[&<>_\p{Cc}\uFFFE\uFFFF]/u;

/** What XML can't hold, and the carriage return, which a parser would turn into a line feed. */
const UNWRITABLE = /(?![\t\n\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]/gu;
/** The underscore of typed text that a reader would decode: of `_x0041_`, and of `_x0041` before what becomes `_x000B_`. */
const LOOKS_ESCAPED = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNWRITABLE.source}))`, "gu");

/**
 * A text as SpreadsheetML holds it before XML escaping (ST_Xstring, ECMA-376 part 1, 22.9.2.19): characters that XML
 * can't hold as `_xHHHH_`, and typed text of that look with its underscore as `_x005F_`. Throws on a text too long
 * for a cell.
 */
export function sheetText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new RangeError(`a cell holds ${LONGEST_TEXT} characters, not ${text.length}`);
  if (!SPECIAL.test(text)) return text;
  return text.replace(LOOKS_ESCAPED, "_x005F_").replace(UNWRITABLE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `_x${code.padStart(4, "0")}_`;
  });
}

/** A cell to write: a text, a number, a day with the index of its style, or nothing. */
export type SheetCell = string | number | { readonly day: string; readonly style: string } | null;

/** One row of a worksheet, `number` counted from 1. Texts are always texts, whatever they begin with. */
export function sheetRow(number: number, cells: readonly SheetCell[]): string {
  let written = "";
  cells.forEach((cell, column) => {
    if (cell !== null) written += sheetCell(`r="${LETTERS[column] ?? colToLetter(column)}${number}"`, cell);
  });
  return `<row r="${number}">${written}</row>`;
}

function sheetCell(at: string, cell: NonNullable<SheetCell>): string {
  if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c ${at} s="${cell.style}"><v>${serialDay(cell.day)}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(sheetText(cell))}</t></is></c>`;
}

/** A day as Excel counts it: 1 is 1900-01-01 and there is a 1900-02-29; right from 1900-03-01 on. */
function serialDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
