/**
 * Texts that a spreadsheet might run when it opens a CSV, or that begin with the guard itself. LibreOffice 7.4 runs a
 * leading `=` only; Excel runs every sign, and what it skips before one is not documented: so we look through all that
 * can't be seen.
 */
const RISKY = /^(?:'|[\t\r\n]|[\p{Z}\p{C}]*[=+\-@＝＋－＠])/u;

/**
 * A text as a CSV cell or header: with one apostrophe before it if a spreadsheet might run it or if it begins with an
 * apostrophe. So taking away one leading apostrophe, where there is one, always gives the text back to the character.
 */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text that a guarded cell stands for. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
