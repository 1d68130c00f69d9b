import type { Locale, Localized } from "../locale";
import { type Result, fail, ok } from "../result";
import { type Instrument, itemsOf } from "./instrument";
import { addItem, canRetire, keysOf, moveItem, newItem, retireItem, sectionFor } from "./instrument-edits";
import { addSection, moveSection, retireSection } from "./instrument-sections";
import { bareItem } from "./lineage";
import { type EditorFields, type TextProblem, longestAt, readText } from "./instrument-fields";

/** What an act needs besides the form: its edition, and every published form there is. */
interface Surroundings {
  readonly slug: string;
  readonly earlier: readonly Instrument[];
}

/** A form after an act of the editor, and the item that it was about. */
interface Acted {
  readonly document: Instrument;
  readonly item?: string;
}

/**
 * What a button of the editor does to a form, by the button's value: `up:impact`, `down:impact`, `retire:impact`,
 * `restore:impact` (an item of another version), `add:1` (the item typed below section 1), `section-up:1`,
 * `section-down:1`, `section-retire:1`, `add-section` (the section typed at the end, with its first item). Any other leaves it as it is,
 * and so does what cannot be done.
 */
export function actOn(
  document: Instrument,
  act: string,
  fields: EditorFields,
  { slug, earlier }: Surroundings,
): Result<Acted, Record<string, TextProblem>> {
  const [verb = "", of = ""] = act.split(":");
  const gone = earlier.flatMap(itemsOf).findLast(({ key }) => key === of);
  switch (verb) {
    case "up":
    case "down":
      return ok({ document: moveItem(document, of, verb === "up" ? -1 : 1), item: of });
    case "retire":
      return ok({ document: canRetire(document, of) ? retireItem(document, of) : document });
    case "restore":
      if (!gone || keysOf([document]).has(of)) return ok({ document });
      return ok({ document: addItem(document, sectionFor(document, gone), bareItem(gone)), item: of });
    case "add":
      return document.sections[Number(of)]
        ? added(document, Number(of), fields, slug, [...earlier, document])
        : ok({ document });
    case "add-section":
      return addedSection(document, fields, slug, [...earlier, document]);
    case "section-up":
    case "section-down":
      return ok({ document: moveSection(document, Number(of), verb === "section-up" ? -1 : 1) });
    case "section-retire":
      return ok({ document: retireSection(document, Number(of)) });
    default:
      return ok({ document });
  }
}

function added(
  document: Instrument,
  section: number,
  fields: EditorFields,
  slug: string,
  all: readonly Instrument[],
): Result<Acted, Record<string, TextProblem>> {
  const stem = `new.${section}`;
  const { texts, problems } = readTexts(fields, { [stem]: "item" });
  const text = texts[stem];
  if (!text) return fail(problems);
  const item = newItem(kindIn(fields, `${stem}.kind`), text, slug, keysOf(all));
  return ok({ document: addItem(document, section, item), item: item.key });
}

function addedSection(
  document: Instrument,
  fields: EditorFields,
  slug: string,
  all: readonly Instrument[],
): Result<Acted, Record<string, TextProblem>> {
  const places = { "newSection.title": "section", "newSection.hint": "section", "newSection.item": "item" };
  const { texts, problems } = readTexts(fields, places);
  const { "newSection.title": title, "newSection.hint": hint, "newSection.item": text } = texts;
  if (!title || !hint || !text) return fail(problems);
  const item = newItem(kindIn(fields, "newSection.kind"), text, slug, keysOf(all));
  return ok({ document: addSection(document, { title, hint, items: [item] }), item: item.key });
}

/** The typed texts of some stems, each as long as its place lets it be, and every problem by field. */
function readTexts(fields: EditorFields, places: Readonly<Record<string, string>>) {
  const texts: Record<string, Localized> = {};
  const problems: Record<string, TextProblem> = {};
  for (const [stem, place] of Object.entries(places)) {
    const read = (locale: Locale) => readText(fields[`${stem}.${locale}`] ?? "", locale, longestAt(place, locale));
    const [zh, en] = [read("zh-CN"), read("en")];
    if (zh.ok && en.ok) texts[stem] = { "zh-CN": zh.value, en: en.value };
    if (!zh.ok) problems[`${stem}.zh-CN`] = zh.error;
    if (!en.ok) problems[`${stem}.en`] = en.error;
  }
  return { texts, problems };
}

const kindIn = (fields: EditorFields, name: string) => (fields[name] === "rating" ? "rating" : "open");
