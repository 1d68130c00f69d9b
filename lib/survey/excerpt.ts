import { foldedForSearch } from "./response-filter";

/** Characters of a text in a row of a list. */
const LENGTH = 90;
/** Of these, how many stand before what was searched. */
const BEFORE = 24;

/**
 * A text in one line, at most `LENGTH` characters of it: from its beginning, or around what was searched for. Never cuts
 * a character in two (𠮷 is one); `…` stands for what was left out.
 */
export function excerptOf(text: string, search: string | null): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  const found = search === null ? -1 : placeOf(characters, search);
  const start = found > BEFORE && characters.length > LENGTH ? found - BEFORE : 0;
  const shown = characters.slice(start, start + LENGTH).join("");
  return `${start > 0 ? "…" : ""}${shown}${start + LENGTH < characters.length ? "…" : ""}`;
}

/** The place of the character at which a search is found, or -1; folding may change how many characters there are. */
function placeOf(characters: readonly string[], search: string): number {
  const wanted = foldedForSearch(search.replace(/\s+/g, " "));
  const folded = characters.map(foldedForSearch);
  const at = folded.join("").indexOf(wanted);
  if (at < 0) return -1;
  let length = 0;
  return folded.findIndex((character) => {
    length += character.length;
    return length > at;
  });
}
