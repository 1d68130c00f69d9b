import { type EntryItem, entryContent } from "@/app/admin/entry/entry-content";
import type { Edition } from "@/db/editions";
import type { OpenDifference } from "@/db/resolutions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type KeyedValue, keyedValues } from "@/lib/survey/second-keying";
import { type TextPiece, textDifference } from "@/lib/survey/text-difference";

/** An item in which two keyings differ: what each says, and what a correction begins from. */
export interface DifferingItem {
  readonly item: EntryItem;
  readonly first: readonly TextPiece[];
  readonly second: readonly TextPiece[];
  readonly value: KeyedValue;
}

/** The items in which the two keyings of a sheet differ, in the order of the form. */
export function differingItems(form: Edition, open: OpenDifference, locale: Locale): DifferingItem[] {
  const { items, optional } = entryContent(form, locale, null);
  const [first, second] = [keyedValues(form, open.first), keyedValues(form, open.second)];
  return [...items, ...optional]
    .filter(({ key }) => open.differing.includes(key))
    .map((item) => {
      const [one, other] = [first[item.key] ?? "", second[item.key] ?? ""];
      return { item, value: one, ...shown(item, one, other, locale) };
    });
}

function shown(item: EntryItem, one: KeyedValue, other: KeyedValue, locale: Locale) {
  if (item.kind === "text" && one !== "" && other !== "") return textDifference(String(one), String(other));
  const missing = translator(locale, "batches")("difference.missing");
  const words = (value: KeyedValue): TextPiece[] => {
    const said = [value].flat().map((code) => labelOf(item, code));
    return [{ text: said.filter(Boolean).join("、") || missing, same: true }];
  };
  return { first: words(one), second: words(other) };
}

function labelOf(item: EntryItem, code: string): string {
  if (item.kind !== "choice" && item.kind !== "topics") return code;
  return item.options.find(({ value }) => value === code)?.label ?? code;
}
