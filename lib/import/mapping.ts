import { z } from "zod";
import { HEADER_SEPARATOR } from "../export/response-table";
import { LOCALES, Locale } from "../locale";
import { type ImportColumn, type ImportEdition, importColumns } from "./columns";

/**
 * How a file is read: which of its kept columns (by place among them) is what, what a word of a rating means (0 is no
 * answer), and what holds for rows that say nothing of it.
 */
export const ImportMapping = z.strictObject({
  columns: z.record(z.string(), z.int().min(0)),
  words: z.record(z.string(), z.int().min(0).max(5)),
  fixed: z.strictObject({ channel: z.string().nullable(), receivedOn: z.string().nullable(), locale: Locale }),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** From this share of common pairs of signs on, a header is taken for an item's wording. */
const ALIKE = 0.6;

/** What the usual survey programs call what is no question. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  number: ["序号", "编号", "答卷编号", "no", "id"],
  received_on: ["收到日期", "提交答卷时间", "提交时间", "答题时间", "填写日期", "date received"],
  channel: ["渠道", "channel"],
  locale: ["表的语言", "填写语言", "language"],
};

/** The columns of a header by its names, and where there are none by likeness; a person looks at it afterwards. */
export function suggestedColumns(edition: ImportEdition, header: readonly string[]): Record<string, number> {
  const known = LOCALES.flatMap((locale) => importColumns(edition, locale));
  const scored = known.flatMap((column) =>
    header.map((name, place) => ({ field: column.field, place, likeness: likenessOf(column, name) })),
  );
  const columns: Record<string, number> = {};
  for (const { field, place, likeness } of scored.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness < ALIKE || field in columns || Object.values(columns).includes(place)) continue;
    columns[field] = place;
  }
  return columns;
}

/** The places of the columns that are ratings. */
export function ratingPlaces(edition: ImportEdition, columns: ImportMapping["columns"]): number[] {
  return importColumns(edition, "zh-CN").flatMap(({ kind, field }) =>
    kind === "rating" ? (columns[field] ?? []) : [],
  );
}

/** A scale has five words, a few more with blanks and spellings; with more than this the wrong column was chosen. */
export const MOST_WORDS = 30;

/** What a word of a rating means: by the scale's labels in either language, or a digit; null where it is unknown. */
export function suggestedScore({ instrument }: Pick<ImportEdition, "instrument">, word: string): number | null {
  if (NO_ANSWER.includes(word.toLowerCase())) return 0;
  if (/^[1-5]$/.test(word)) return Number(word);
  const plain = word.replace(/^[A-Ea-e][.、]\s*/, "");
  const step = instrument.scale.find(({ label }) => LOCALES.some((locale) => wordOf(label[locale]) === plain));
  return step?.score ?? null;
}

/** What the rating words of a file mean, as far as that is known. */
export function suggestedWords(
  edition: Pick<ImportEdition, "instrument">,
  words: readonly string[],
): ImportMapping["words"] {
  const scores = words.map((word) => [word, suggestedScore(edition, word)] as const);
  return Object.fromEntries(scores.flatMap(([word, score]) => (score === null ? [] : [[word, score]])));
}

const NO_ANSWER = ["未作答", "未答", "无", "(跳过)", "(空)", "-", "no answer"];

/** A rating's cell as the key of `words`: width and spaces around it do not matter. */
export function wordOf(cell: string): string {
  return cell.normalize("NFKC").trim();
}

function likenessOf({ field, title }: ImportColumn, name: string): number {
  const [before = "", ...after] = name.split(HEADER_SEPARATOR);
  if (after.length > 0) return before === field ? 3 : 0;
  if (name === field) return 3;
  const plain = folded(name);
  if (USUAL[field]?.includes(plain)) return 2;
  return plain === "" ? 0 : sharedPairs(plain, folded(title));
}

/** A header without its number, marks and spaces: `3、请您评价…（必答）` says what the item says. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(q|第)?\d+\s*[题、.:)]?\s*/, "")
    .replace(/[[(](必答|选填|单选题?|多选题?|optional|required)[\])]/g, "")
    .replace(/[^\p{L}\p{N} ]+/gu, "")
    .trim();
}

/** Dice's coefficient of the pairs of neighbouring signs: 1 for equal texts, 0 for texts without a common pair. */
function sharedPairs(one: string, other: string): number {
  if (one === other) return 1;
  const pairsOf = (text: string) => [...text].slice(1).map((sign, place) => [...text][place] + sign);
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const rest = [...right];
  const shared = left.filter((pair) => {
    const place = rest.indexOf(pair);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * shared.length) / (left.length + right.length);
}
