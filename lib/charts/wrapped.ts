/** Signs that may not begin a line in Chinese typesetting (GB/T 15834, CLREQ 3.1.2). */
const NOT_FIRST = /^[，。、；：？！）》〉」』】”’…—％%)\],.;:?!]/u;
/** Signs that may not end one, a space that holds its words together among them. */
const NOT_LAST = /[\u00a0（《〈「『【“‘([]$/u;
const IDEOGRAPHIC = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—\p{Extended_Pictographic}]/u;

/**
 * A text with the half-width forms of Latin quotes: in the charts' Chinese face ’ “ ” are as wide as a Chinese
 * character. Within Chinese text only an apostrophe of a Latin word is one.
 */
export function halfWidth(text: string): string {
  const own = text.replace(/(?<=\p{Script=Latin})’/gu, "'");
  return /\p{Script=Han}/u.test(own) ? own : own.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');
}

/** How wide a text is in em, as a chart needs it where no typesetter can be asked: full width 1, capitals .68, the rest .56. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => {
    if (IDEOGRAPHIC.test(sign)) return sum + 1;
    return sum + (/[A-Z@#%&]/.test(sign) ? 0.68 : 0.56);
  }, 0);
}

/** A text in lines of at most `width` em, broken between Chinese characters or at spaces, punctuation kept with its word. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    if (line !== "" && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** What may not be torn: a Chinese character or a Latin word, with the punctuation that belongs to it. */
function piecesOf(text: string): string[] {
  const raw = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+?(?=\p{Script=Han}|[《（“]|\s|$)|\s+/gu) ?? [];
  return raw.reduce<string[]>((pieces, piece) => {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last) || /^\s+$/.test(piece)))
      return [...pieces.slice(0, -1), last + piece];
    return [...pieces, piece];
  }, []);
}
