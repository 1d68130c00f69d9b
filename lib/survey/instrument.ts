import { z } from "zod";
import { Localized } from "../locale";
import { OPTIONAL_QUESTIONS, optionalFieldsOf } from "./optional-question";
import { SCORES, Score } from "./scale";

/** An item's key: the name of its form field, its column and its codebook entry. Never reused with another meaning. */
const ItemKey = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

/** How an item stands to the one with its key in the edition before. */
export const Lineage = z.enum(["same", "reworded", "new"]);
export type Lineage = z.infer<typeof Lineage>;

/** What a wording was changed for while answers came in. A rewording stays with the item for good: its figures are mixed. */
export const Amendment = z.enum(["correction", "rewording"]);
export type Amendment = z.infer<typeof Amendment>;

/** `hint` stands below the wording where one is needed, and is part of it: another hint is another wording. */
const asked = {
  key: ItemKey,
  text: Localized,
  hint: Localized.optional(),
  lineage: Lineage.optional(),
  amendment: Amendment.optional(),
};

/** A rating item: one answer on the instrument's five-point scale. */
export const RatingItem = z.strictObject({ kind: z.literal("rating"), ...asked });
export type RatingItem = z.infer<typeof RatingItem>;

/** An open item: free text of at most `maxLength` characters (code points, as a reader counts 字). */
export const OpenItem = z.strictObject({
  kind: z.literal("open"),
  ...asked,
  maxLength: z.int().min(1).max(2000),
});
export type OpenItem = z.infer<typeof OpenItem>;

export const Item = z.discriminatedUnion("kind", [RatingItem, OpenItem]);
export type Item = z.infer<typeof Item>;

/** A titled part of the form with its items, as on paper. */
export const Section = z.strictObject({ title: Localized, hint: Localized, items: z.array(Item).min(1) });
export type Section = z.infer<typeof Section>;

/** What the functions below need of an instrument. */
type Sectioned = { sections: readonly Section[] };

/** What a reader is asked: one version of an edition's form, kept with the answers and immutable once published. */
export const Instrument = z
  .strictObject({
    title: Localized,
    salutation: Localized,
    introduction: Localized,
    scale: z.array(z.strictObject({ score: Score, label: Localized })).length(SCORES.length),
    sections: z.array(Section).min(1),
  })
  .refine((instrument) => new Set(itemsOf(instrument).map((item) => item.key)).size === itemsOf(instrument).length, {
    error: "two items share a key",
  })
  .refine((instrument) => itemsOf(instrument).every(({ key }) => !optionalFieldsOf(OPTIONAL_QUESTIONS).includes(key)), {
    error: "an item has the key of an optional question",
  })
  .refine((instrument) => instrument.scale.every(({ score }, place) => score === SCORES[place]), {
    error: "the scale is not in the report's order",
  });
export type Instrument = z.infer<typeof Instrument>;

/** Every item in the order of the form; an item's number on the form is its place here plus one. */
export function itemsOf(instrument: Sectioned): Item[] {
  return instrument.sections.flatMap((section) => section.items);
}

/** The rating items in order: the order of a response's ratings. */
export function ratingItemsOf(instrument: Sectioned): RatingItem[] {
  return itemsOf(instrument).filter((item) => item.kind === "rating");
}

/** The open items in order. */
export function openItemsOf(instrument: Sectioned): OpenItem[] {
  return itemsOf(instrument).filter((item) => item.kind === "open");
}

/** The word of a score in a language, e.g. 5 → 很好. Throws on a score outside the scale. */
export function scoreLabel(instrument: Pick<Instrument, "scale">, score: Score, locale: keyof Localized): string {
  const step = instrument.scale.find((candidate) => candidate.score === score);
  if (!step) throw new RangeError(`no score ${score} on this scale`);
  return step.label[locale];
}
