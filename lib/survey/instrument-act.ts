import { type Result, fail, ok } from "../result";
import { type Instrument, itemsOf } from "./instrument";
import { addItem, canRetire, keysOf, moveItem, newItem, retireItem, sectionFor } from "./instrument-edits";
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
 * `restore:impact` (an item of another version), `add:1` (the item typed below section 1). Any other leaves it as it is,
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
  const [zh, en] = (["zh-CN", "en"] as const).map((locale) =>
    readText(fields[`${stem}.${locale}`] ?? "", locale, longestAt("item")),
  );
  const problems = [zh, en].flatMap((read, place) =>
    read && !read.ok ? [[`${stem}.${["zh-CN", "en"][place]}`, read.error]] : [],
  );
  if (!zh?.ok || !en?.ok) return fail(Object.fromEntries(problems));
  const kind = fields[`${stem}.kind`] === "rating" ? "rating" : "open";
  const item = newItem(kind, { "zh-CN": zh.value, en: en.value }, slug, keysOf(all));
  return ok({ document: addItem(document, section, item), item: item.key });
}
