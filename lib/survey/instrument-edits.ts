import type { Localized } from "../locale";
import { type Instrument, type Item, itemsOf } from "./instrument";

/** The longest text that a person may write into an open item. */
const OPEN_LENGTH = 2000;

/** A form with an item one place up or down within its section; as it was where there is no further to go. */
export function moveItem(instrument: Instrument, key: string, by: -1 | 1): Instrument {
  return inSections(instrument, (items) => {
    const from = items.findIndex((item) => item.key === key);
    const [moved, other] = [items[from], items[from + by]];
    if (!moved || !other) return items;
    return items.map((item) => (item === moved ? other : item === other ? moved : item));
  });
}

/** Whether a form can do without an item: a section has at least one. */
export function canRetire(instrument: Instrument, key: string): boolean {
  return instrument.sections.every(({ items }) => items.length > 1 || items[0]?.key !== key);
}

/** A form without an item. Answers to versions that have it keep theirs. */
export function retireItem(instrument: Instrument, key: string): Instrument {
  return inSections(instrument, (items) => items.filter((item) => item.key !== key));
}

/** A form with one more item, at the end of a section. */
export function addItem(instrument: Instrument, section: number, added: Item): Instrument {
  return inSections(instrument, (items, place) => (place === section ? [...items, added] : items));
}

/**
 * A new item with a key that no version of any edition has used (`used`): `rating_2025_1`. A key is a column's name for
 * good, so that nobody is asked to think of one.
 */
export function newItem(kind: Item["kind"], text: Localized, slug: string, used: ReadonlySet<string>): Item {
  const stem = `${kind}_${slug.replaceAll("-", "_")}`;
  let number = 1;
  while (used.has(`${stem}_${number}`)) number += 1;
  const key = `${stem}_${number}`;
  return kind === "open" ? { kind, key, text, maxLength: OPEN_LENGTH } : { kind, key, text };
}

/** The section that an item of another version belongs to: that of its kind, or the last. */
export function sectionFor(instrument: Instrument, { kind }: Pick<Item, "kind">): number {
  const place = instrument.sections.findIndex(({ items }) => items.some((item) => item.kind === kind));
  return place === -1 ? instrument.sections.length - 1 : place;
}

/** The keys of every item of some forms. */
export function keysOf(instruments: readonly Pick<Instrument, "sections">[]): Set<string> {
  return new Set(instruments.flatMap(itemsOf).map(({ key }) => key));
}

function inSections(instrument: Instrument, edit: (items: Item[], place: number) => Item[]): Instrument {
  const sections = instrument.sections.map((section, place) => ({ ...section, items: edit(section.items, place) }));
  return { ...instrument, sections };
}
