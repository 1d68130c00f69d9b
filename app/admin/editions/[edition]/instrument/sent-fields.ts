import type { DraftMark } from "@/db/instrument-desk";
import type { Instrument } from "@/lib/survey/instrument";
import type { EditorFields } from "@/lib/survey/instrument-fields";
import { textOf } from "../../../account-form-state";

/** What travels with the editor's fields without being one. */
const ENVELOPE = ["edition", "version", "revision", "shape", "act"];

/** The draft that a form was made from; none that exists where its numbers are missing. */
export function draftMark(form: FormData): DraftMark {
  const [version, revision] = [Number(textOf(form, "version")), Number(textOf(form, "revision") || "-1")];
  return { version, revision };
}

/** What was typed and chosen, by field. */
export function typedFields(form: FormData): EditorFields {
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => !ENVELOPE.includes(name) && !name.startsWith("$")));
}

/** Which items a form has, and where: two drafts of one shape differ in their texts and ticks alone. */
export function shapeOf({ sections }: Pick<Instrument, "sections">): string {
  return sections.map(({ items }) => items.map(({ key }) => key).join(" ")).join(" / ");
}
