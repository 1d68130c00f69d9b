import { type Instrument, type Item, itemsOf } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

/** The form of 2024 with some of its items changed: `aForm({ overall: { text: … } })`; null takes one out. */
export function aForm(changes: Readonly<Record<string, Partial<Item> | null>> = {}): Instrument {
  const { instrument } = structuredClone({ instrument: JINCHEN_2024.instrument });
  const sections = instrument.sections.map((section) => ({
    ...section,
    items: section.items
      .filter(({ key }) => changes[key] !== null)
      .map((item) => ({ ...item, ...changes[item.key] }) as Item),
  }));
  return { ...instrument, sections };
}

/** An item of a form. Throws where there is none. */
export function itemOf(form: Instrument, key: string): Item {
  const found = itemsOf(form).find((item) => item.key === key);
  if (!found) throw new Error(`no item ${key}`);
  return found;
}

/** A wording in both languages. */
export const inWords = (zh: string, en = "In other words"): { text: Item["text"] } => ({
  text: { "zh-CN": zh, en },
});
