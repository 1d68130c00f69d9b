import { LOCALES, type Locale, type Localized } from "../locale";
import { type Result, fail, ok } from "../result";
import { Amendment, type Instrument, type Item, Lineage, itemsOf } from "./instrument";
import { type InstrumentForm, type TextPlace, textsOf } from "./instrument-changes";
import { OPTIONAL_QUESTIONS } from "./optional-question";
import { countCharacters, isBlank, isStorable, normaliseLineBreaks } from "./text";

/** The fields of the editor by name: a text's is its place and language, `item.impact.en`. */
export type EditorFields = Readonly<Record<string, string>>;

/** What is wrong with a text: `excess` is how many characters are too many. */
export type TextProblem = { code: "blank" | "unreadable" } | { code: "too-long"; max: number; excess: number };

/**
 * The longest Chinese texts, by the first part of their place: a label stands in one of five buttons; on a
 * phone a title and a salutation are two or three lines, a section's texts and a hint six, a question half a screen.
 */
const LONGEST: Readonly<Record<string, number>> = { scale: 16, title: 40, salutation: 60, section: 120, item: 300 };
/** Two screens of a phone: who scrolls longer before the first question does not come to it. */
const LONGEST_INTRODUCTION = 1000;
const LONGEST_HINT = 120;
/** The same in English has about twice as many letters, each of about half the width: it takes as much room. */
const LETTERS_A_CHARACTER: Readonly<Record<Locale, number>> = { "zh-CN": 1, en: 2 };

const isHint = (place: TextPlace) => /^item\..*\.hint$/.test(place);

/** The fields of a form as it stands. */
export function editorFields({ document, asks }: InstrumentForm): EditorFields {
  const texts = [...textsOf(document)].flatMap(([place, text]) =>
    LOCALES.map((locale) => [`${place}.${locale}`, text[locale]] as const),
  );
  const sayings = itemsOf(document).flatMap(({ key, lineage = "", amendment = "" }) => [
    [`item.${key}.lineage`, lineage] as const,
    [`item.${key}.amendment`, amendment] as const,
  ]);
  return Object.fromEntries([...texts, ...sayings, ...asks.map((question) => [`asks.${question}`, "yes"] as const)]);
}

/**
 * A form with the texts, the lineage and the amendments that were typed, and the optional questions that were ticked. Its
 * items, their kinds and their order are those of `form`: there are no fields for them. Returns every problem by field.
 */
export function readEditorFields(
  form: InstrumentForm,
  fields: EditorFields,
): Result<InstrumentForm, Record<string, TextProblem>> {
  const problems = new Map<string, TextProblem>();
  const texts = new Map(
    [...textsOf(form.document)].map(([place, standing]): [TextPlace, Localized] => {
      const typed = (locale: Locale) => fields[`${place}.${locale}`] ?? standing[locale];
      // A hint may be left out, in both languages alike.
      if (isHint(place) && LOCALES.every((locale) => isBlank(typed(locale)))) return [place, { "zh-CN": "", en: "" }];
      const read = (locale: Locale) => {
        const name = `${place}.${locale}`;
        const text = readText(typed(locale), locale, longestAt(place, locale));
        if (text.ok) return text.value;
        problems.set(name, text.error);
        return "";
      };
      return [place, { "zh-CN": read("zh-CN"), en: read("en") }];
    }),
  );
  if (problems.size > 0) return fail(Object.fromEntries(problems));
  const asks = OPTIONAL_QUESTIONS.filter((question) => fields[`asks.${question}`] !== undefined);
  return ok({ document: withFields(form.document, texts, fields), asks });
}

/** A text as it is kept: one line, without space around it. A line break says nothing in Chinese, a space in English. */
export function readText(typed: string, locale: Locale, max: number): Result<string, TextProblem> {
  const text = normaliseLineBreaks(typed)
    .trim()
    .replace(/[^\S\n]*\n\s*/g, locale === "en" ? " " : "");
  if (isBlank(text)) return fail({ code: "blank" });
  if (!isStorable(text)) return fail({ code: "unreadable" });
  const excess = countCharacters(text) - max;
  return excess > 0 ? fail({ code: "too-long", max, excess }) : ok(text);
}

/** The longest text of a place in a language, in characters. */
export function longestAt(place: TextPlace, locale: Locale): number {
  const longest = isHint(place) ? LONGEST_HINT : LONGEST[place.split(".")[0] ?? ""];
  return (longest ?? LONGEST_INTRODUCTION) * LETTERS_A_CHARACTER[locale];
}

function withFields(document: Instrument, texts: ReadonlyMap<TextPlace, Localized>, fields: EditorFields): Instrument {
  const at = (place: TextPlace, standing: Localized) => texts.get(place) ?? standing;
  const item = ({ hint: before, lineage: saidBefore, amendment: declaredBefore, ...standing }: Item): Item => {
    const lineage = said(Lineage, fields[`item.${standing.key}.lineage`], saidBefore);
    const amendment = said(Amendment, fields[`item.${standing.key}.amendment`], declaredBefore);
    const text = at(`item.${standing.key}`, standing.text);
    const told = texts.get(`item.${standing.key}.hint`) ?? before;
    const hint = told && told["zh-CN"] !== "" ? told : undefined;
    return { ...standing, text, ...(hint && { hint }), ...(lineage && { lineage }), ...(amendment && { amendment }) };
  };
  return {
    title: at("title", document.title),
    salutation: at("salutation", document.salutation),
    introduction: at("introduction", document.introduction),
    scale: document.scale.map(({ score, label }) => ({ score, label: at(`scale.${score}`, label) })),
    sections: document.sections.map(({ title, hint, items }, place) => ({
      title: at(`section.${place}.title`, title),
      hint: at(`section.${place}.hint`, hint),
      items: items.map(item),
    })),
  };
}

/** What a field says; what was said before where there is no such field. */
function said<T>(
  schema: { safeParse(sent: unknown): { data?: T | undefined } },
  sent: string | undefined,
  before: T | undefined,
) {
  return sent === undefined ? before : schema.safeParse(sent).data;
}
