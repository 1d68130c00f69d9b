/** How many characters a reader counts: code points, so that 𠮷 and a plain emoji are one; a line break is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A text with one kind of line break: browsers send CRLF for what the reader sees and counts as one character. */
export function normaliseLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Whether a text says nothing: only spaces of any width, line breaks and invisible joiners. */
export function isBlank(text: string): boolean {
  return /^[\s\u200B-\u200D\u2060]*$/.test(text);
}

/** Whether a text can be kept to the character: no NUL, which Postgres refuses, and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
