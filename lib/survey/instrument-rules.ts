import { LOCALES } from "../locale";
import { type Instrument, type Item, itemsOf, ratingItemsOf } from "./instrument";

/** What a draft of an edition's form is held against. */
export interface Standing {
  /** The edition was opened or has answers: from then on a change can change what an answer means. */
  readonly isUnderWay: boolean;
  /** The edition's newest published version. */
  readonly published: Instrument;
  /** Every published version of every edition. */
  readonly earlier: readonly Instrument[];
}

/** Why a draft may not stand, for the message catalogue. */
export type Breach =
  | { readonly rule: "other-kind" | "undeclared"; readonly key: string }
  | { readonly rule: "ratings" | "scale" | "turned-scale" };

/**
 * The rules that keep what existing answers mean. At any time: a key is never reused for an item of another kind, and a
 * word of the scale never moves to another score. Once the edition is under way also: the rating items stay, in their
 * order (answers hold their ratings by place), the scale's words stay, and a changed wording says what it was changed for.
 */
export function breachesOf(draft: Instrument, { isUnderWay, published, earlier }: Standing): Breach[] {
  const kinds = new Map([...earlier, published].flatMap(itemsOf).map(({ key, kind }) => [key, kind]));
  const always: Breach[] = itemsOf(draft)
    .filter(({ key, kind }) => (kinds.get(key) ?? kind) !== kind)
    .map(({ key }) => ({ rule: "other-kind", key }));
  if (isTurned(draft, published)) always.push({ rule: "turned-scale" });
  if (!isUnderWay) return always;
  const underWay: Breach[] = changedItems(draft, published)
    .filter(({ amendment }) => amendment === undefined)
    .map(({ key }) => ({ rule: "undeclared", key }));
  if (!haveSameRatings(draft, published)) underWay.push({ rule: "ratings" });
  if (LOCALES.some((locale) => draft.scale.some((step, place) => isOtherWord(step, published.scale[place], locale)))) {
    underWay.push({ rule: "scale" });
  }
  return [...always, ...underWay];
}

/** Whether two forms have the same rating items in the same order, so that their answers' ratings line up. */
export function haveSameRatings(one: Pick<Instrument, "sections">, other: Pick<Instrument, "sections">): boolean {
  const keys = (instrument: Pick<Instrument, "sections">) => ratingItemsOf(instrument).map(({ key }) => key);
  return keys(one).join(" ") === keys(other).join(" ");
}

/**
 * A draft with its amendments as they can be: none before the edition is under way or where the wording is as published;
 * a rewording that was published once stays, since answers to both wordings are counted together.
 */
export function withAmendments(draft: Instrument, { isUnderWay, published }: Omit<Standing, "earlier">): Instrument {
  const before = new Map(itemsOf(published).map((item) => [item.key, item]));
  const changed = new Set(changedItems(draft, published).map(({ key }) => key));
  const amended = ({ amendment: declared, ...item }: Item): Item => {
    const isReworded = before.get(item.key)?.amendment === "rewording";
    const amendment = isReworded ? "rewording" : isUnderWay && changed.has(item.key) ? declared : undefined;
    return amendment ? { ...item, amendment } : item;
  };
  return { ...draft, sections: draft.sections.map((section) => ({ ...section, items: section.items.map(amended) })) };
}

/** The items of a draft whose published wording or hint differs, in either language. */
export function changedItems(draft: Pick<Instrument, "sections">, published: Pick<Instrument, "sections">): Item[] {
  const before = new Map(itemsOf(published).map((item) => [item.key, item]));
  return itemsOf(draft).filter(({ key, text, hint }) => {
    const standing = before.get(key);
    if (standing === undefined) return false;
    return LOCALES.some(
      (locale) => text[locale] !== standing.text[locale] || hint?.[locale] !== standing.hint?.[locale],
    );
  });
}

type Step = Instrument["scale"][number];

const isOtherWord = (step: Step, before: Step | undefined, locale: (typeof LOCALES)[number]) =>
  step.label[locale] !== before?.label[locale];

/** Whether a word stands for another score than it did, or for two. */
function isTurned({ scale }: Instrument, published: Instrument): boolean {
  return LOCALES.some((locale) => {
    const scores = new Map(published.scale.map(({ label, score }) => [label[locale], score]));
    const isElsewhere = scale.some(({ label, score }) => (scores.get(label[locale]) ?? score) !== score);
    return isElsewhere || new Set(scale.map(({ label }) => label[locale])).size < scale.length;
  });
}
