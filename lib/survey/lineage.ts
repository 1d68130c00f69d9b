import type { Localized } from "../locale";
import { type Instrument, type Item, type Lineage, itemsOf } from "./instrument";
import { nextSlug } from "./next-edition";

/** An edition's form, as far as its items are compared with those of the edition before. */
export interface EditionForm {
  readonly slug: string;
  readonly instrument: Pick<Instrument, "sections" | "scale">;
}

/** Whether an item's figures may stand beside last year's: not after a rewording, and not without a last year. */
export type Trend = "comparable" | "broken" | "none";

/** How one item stands to the edition before; `retired` is in that one alone. */
export interface ItemLineage {
  readonly key: string;
  readonly lineage: Lineage | "retired";
  readonly trend: Trend;
}

/**
 * The edition before one: of the year before, with the same suffix (`2024` of `2025`). Null where there is none, older
 * ones or not: what is called last year's is never of another year.
 */
export function slugBefore(slug: string, slugs: readonly string[]): string | null {
  return slugs.find((other) => nextSlug(other) === slug) ?? null;
}

/** How each item stands to the edition before, in the order of the form; after them the items that are gone. */
export function lineageOf(form: EditionForm, last: EditionForm | null): ItemLineage[] {
  const items = itemsOf(form.instrument).map((item) => ({
    key: item.key,
    lineage: itemLineage(item, form, last),
    trend: trendOf(item, form, last),
  }));
  return [
    ...items,
    ...retiredItems(form, last).map(({ key }) => ({ key, lineage: "retired", trend: "none" }) as const),
  ];
}

/** What a person said of an item's lineage, where it can be so; else what the texts suggest. */
function itemLineage(item: Item, form: EditionForm, last: EditionForm | null): Lineage {
  const suggested = suggestedLineage(item, form, last);
  return item.lineage === undefined || item.lineage === "new" || suggested === "new" ? suggested : item.lineage;
}

/**
 * An item's lineage by its texts alone: the same where both languages say the same on the same scale, the year of the
 * report apart; reworded where they don't; new where the edition before has no such item.
 */
export function suggestedLineage(item: Item, form: EditionForm, last: EditionForm | null): Lineage {
  const before = last && findItem(last, item);
  if (!before) return "new";
  const sameScale = item.kind === "open" || isSameScale(form.instrument.scale, last.instrument.scale);
  const isSame = (now: Localized | undefined, then: Localized | undefined) =>
    now && then ? isSameText(now, form.slug, then, last.slug) : now === then;
  return sameScale && isSame(item.text, before.text) && isSame(item.hint, before.hint) ? "same" : "reworded";
}

/** Whether an item's figures may be compared with those of the edition before. */
export function trendOf(item: Item, form: EditionForm, last: EditionForm | null): Trend {
  const before = last && findItem(last, item);
  if (!before) return "none";
  const isMixed = item.amendment === "rewording" || before.amendment === "rewording";
  return itemLineage(item, form, last) === "same" && !isMixed ? "comparable" : "broken";
}

/** How many of a form's items may be compared with those of the edition before. */
export function countComparable(form: EditionForm, last: EditionForm): number {
  return lineageOf(form, last).filter(({ trend }) => trend === "comparable").length;
}

/** The items of the edition before that a form no longer has. */
function retiredItems(form: EditionForm, last: EditionForm | null): Item[] {
  return last ? itemsOf(last.instrument).filter((item) => !findItem(form, item)) : [];
}

/** A form with what is known of every item's lineage written down, as it is published. */
export function withLineage<T extends EditionForm["instrument"]>(instrument: T, slug: string, last: EditionForm): T {
  const form = { slug, instrument };
  const sections = instrument.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, lineage: itemLineage(item, form, last) })),
  }));
  return { ...instrument, sections };
}

/** A form as another edition starts with it: what was said of its items was said of the edition it comes from. */
export function withoutLineage<T extends Pick<Instrument, "sections">>(instrument: T): T {
  const sections = instrument.sections.map((section) => ({ ...section, items: section.items.map(bareItem) }));
  return { ...instrument, sections };
}

/** An item without what was said of it in its edition. */
export function bareItem({ lineage: _lineage, amendment: _amendment, ...item }: Item): Item {
  return item;
}

function findItem({ instrument }: EditionForm, { key, kind }: Item): Item | undefined {
  return itemsOf(instrument).find((item) => item.key === key && item.kind === kind);
}

function isSameText(text: Localized, slug: string, before: Localized, slugThen: string): boolean {
  const yearless = (words: string, of: string) => words.replaceAll(of.slice(0, 4), "{year}");
  const same = (a: string, b: string) => a === b || yearless(a, slug) === yearless(b, slugThen);
  return same(text["zh-CN"], before["zh-CN"]) && same(text.en, before.en);
}

function isSameScale(scale: Instrument["scale"], before: Instrument["scale"]): boolean {
  return scale.every(({ label }, place) => {
    const other = before[place]?.label;
    return label["zh-CN"] === other?.["zh-CN"] && label.en === other.en;
  });
}
