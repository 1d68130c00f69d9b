import { HEADER_SEPARATOR } from "../export/response-table";
import { LOCALES } from "../locale";
import { type Item, itemsOf } from "../survey/instrument";
import { yearsIn } from "../survey/old-years";
import type { ImportEdition } from "./columns";
import { type ImportMapping, folded } from "./mapping";

/** A column that is taken for an item which is worded otherwise: `at` is its place among the kept, `wording` its own. */
export interface RewordedColumn {
  readonly at: number;
  readonly item: Item;
  readonly wording: string;
}

/**
 * The columns that a mapping takes for an item although their header words it otherwise, in either language and numbers,
 * marks and the year of the report apart; a header that is the item's key alone says no wording. In the form's order.
 */
export function rewordedColumns(
  { slug, instrument }: Pick<ImportEdition, "slug" | "instrument">,
  header: readonly string[],
  columns: ImportMapping["columns"],
): RewordedColumn[] {
  return itemsOf(instrument).flatMap((item) => {
    const at = columns[item.key];
    const wording = at === undefined ? "" : wordingIn(header[at] ?? "", item.key);
    if (at === undefined || wording === "") return [];
    const isSame = LOCALES.some((locale) => isSameWording(wording, item.text[locale], slug.slice(0, 4)));
    return isSame ? [] : [{ at, item, wording }];
  });
}

/** What a header asks: `key | wording` of the template, or the header itself; empty where it is the key alone. */
function wordingIn(header: string, key: string): string {
  const [before = "", ...after] = header.split(HEADER_SEPARATOR);
  const wording = after.length > 0 ? after.join(HEADER_SEPARATOR) : before;
  return wording.trim() === key ? "" : wording.trim();
}

function isSameWording(wording: string, text: string, year: string): boolean {
  const spellings = [wording, ...yearsIn(wording).map((other) => wording.replaceAll(other, year))];
  return spellings.some((spelling) => folded(spelling) === folded(text));
}
