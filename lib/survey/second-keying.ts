import { type Instrument, itemsOf, openItemsOf, ratingItemsOf } from "./instrument";
import type { OptionalAnswers } from "./optional-answers";
import { type Asks, optionalFieldsOf } from "./optional-question";
import type { ResponseContent } from "./response";

/** What is keyed from a sheet and compared: everything but the contact, of which no second copy is made. */
export type KeyedAnswers = Pick<ResponseContent, "ratings" | "verbatims"> & Omit<OptionalAnswers, "contact">;

/** The form that was keyed: its items and the optional questions. */
export interface KeyedForm {
  readonly instrument: Pick<Instrument, "sections">;
  readonly asks: Asks;
}

/** An answer as a form's field holds it: a code or a text, "" for none; several for topics. */
export type KeyedValue = string | readonly string[];

/** The optional questions that are keyed twice. */
export const keyedAsks = (asks: Asks): Asks => asks.filter((question) => question !== "contact");

/** The fields that are compared, in the order of the form. */
export function comparedFields({ instrument, asks }: KeyedForm): string[] {
  return [...itemsOf(instrument).map(({ key }) => key), ...optionalFieldsOf(keyedAsks(asks))];
}

/** Answers as a form would send them, by field. */
export function keyedValues({ instrument }: KeyedForm, answers: KeyedAnswers): Record<string, KeyedValue> {
  const ratings = ratingItemsOf(instrument).map(({ key }, place) => [key, String(answers.ratings[place] ?? "")]);
  const texts = openItemsOf(instrument).map(({ key }) => [key, answers.verbatims[key] ?? ""]);
  const { stakeholderGroup, topics, quoteConsent } = answers;
  return {
    ...Object.fromEntries([...ratings, ...texts]),
    stakeholder_group: stakeholderGroup ?? "",
    topics,
    quote: quoteConsent === null ? "" : quoteConsent ? "yes" : "no",
  };
}

/**
 * The fields in which two keyings of a sheet differ, in the order of the form. Spaces and line breaks in a text are no
 * difference, since paper shows where a line ends, not why; topics are a set.
 */
export function differingFields(form: KeyedForm, first: KeyedAnswers, second: KeyedAnswers): string[] {
  return unequalFields(form, first, second, essence);
}

/** The fields that a correction changes, be it by a space. */
export function changedFields(form: KeyedForm, before: KeyedAnswers, after: KeyedAnswers): string[] {
  return unequalFields(form, before, after, String);
}

function unequalFields(
  form: KeyedForm,
  first: KeyedAnswers,
  second: KeyedAnswers,
  saying: (value: KeyedValue | undefined) => string,
): string[] {
  const [one, other] = [keyedValues(form, first), keyedValues(form, second)];
  return comparedFields(form).filter((field) => saying(one[field]) !== saying(other[field]));
}

function essence(value: KeyedValue | undefined): string {
  return typeof value === "string" ? value.replace(/\s+/g, "") : (value ?? []).toSorted().join(" ");
}

/** A field of some sheets that were keyed twice: how many of them agreed. */
export interface Agreement {
  readonly field: string;
  readonly compared: number;
  readonly agreed: number;
}

/** How many second keyings agreed with the first, field by field, in the order in which fields were first compared. */
export function agreementByField(
  keyings: readonly { readonly compared: readonly string[]; readonly differing: readonly string[] }[],
): Agreement[] {
  const fields = [...new Set(keyings.flatMap(({ compared }) => compared))];
  return fields.map((field) => {
    const asked = keyings.filter(({ compared }) => compared.includes(field));
    const agreed = asked.filter(({ differing }) => !differing.includes(field)).length;
    return { field, compared: asked.length, agreed };
  });
}

/** Why a sheet is not keyed again by a person. */
export type SecondKeyingRefusal = "untyped" | "own" | "keyed";

/** A typed sheet, and who keyed it first and second; null for nobody. */
export interface KeyedSheet {
  readonly sheet: number;
  readonly enteredBy: string | null;
  readonly secondBy: string | null;
}

/** Why a person cannot key a sheet again, or null when they can: never who keyed it first, and only once. */
export function secondKeyingRefusal(sheet: KeyedSheet | undefined, staffId: string): SecondKeyingRefusal | null {
  if (!sheet) return "untyped";
  if (sheet.secondBy !== null) return "keyed";
  return sheet.enteredBy === staffId ? "own" : null;
}

/** The sheet to key again next: the first behind `after` that a person can, else the first at all; null for none. */
export function nextSheetToKey(sheets: readonly KeyedSheet[], staffId: string, after = 0): number | null {
  const free = sheets.filter((sheet) => secondKeyingRefusal(sheet, staffId) === null).map(({ sheet }) => sheet);
  return free.find((sheet) => sheet > after) ?? free[0] ?? null;
}
