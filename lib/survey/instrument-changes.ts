import { LOCALES, type Locale, type Localized } from "../locale";
import { type Instrument, type Item, itemsOf } from "./instrument";
import { type Asks, type OptionalQuestion, askedIn } from "./optional-question";

/** One version of a form: its items and texts, and which optional questions go with it. */
export interface InstrumentForm {
  readonly document: Instrument;
  readonly asks: Asks;
}

/** The place of a text in a form: `title`, `section.0.hint`, `scale.5`, `item.impact`, `item.impact.hint`. */
export type TextPlace = string;

/** One thing that differs between two versions of a form. */
export type InstrumentChange =
  | { readonly kind: "added" | "retired"; readonly item: Item }
  | ({ readonly kind: "wording"; readonly place: TextPlace; readonly locale: Locale } & BeforeAfter)
  | { readonly kind: "order"; readonly keys: readonly string[] }
  | { readonly kind: "asked" | "not-asked"; readonly question: OptionalQuestion };

interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

/** Everything that differs between two versions of a form, for a person to read before it is published. */
export function changesBetween(before: InstrumentForm, after: InstrumentForm): InstrumentChange[] {
  const [old, young] = [itemsOf(before.document), itemsOf(after.document)];
  const [oldKeys, youngKeys] = [old, young].map((items) => new Set(items.map(({ key }) => key)));
  const shared = (items: readonly Item[]) =>
    items.map(({ key }) => key).filter((key) => oldKeys?.has(key) && youngKeys?.has(key));
  const keys = shared(young);
  return [
    ...young.filter(({ key }) => !oldKeys?.has(key)).map((item) => ({ kind: "added", item }) as const),
    ...old.filter(({ key }) => !youngKeys?.has(key)).map((item) => ({ kind: "retired", item }) as const),
    ...wordingChanges(before.document, after.document),
    ...(keys.join(" ") === shared(old).join(" ") ? [] : [{ kind: "order", keys } as const]),
    ...added(before.asks, after.asks).map((question) => ({ kind: "asked", question }) as const),
    ...added(after.asks, before.asks).map((question) => ({ kind: "not-asked", question }) as const),
  ];
}

/** Changed texts whose other language stayed as it was: perhaps it was forgotten. */
export function changedInOneLanguage(changes: readonly InstrumentChange[]): { place: TextPlace; locale: Locale }[] {
  const wordings = changes.filter((change) => change.kind === "wording");
  return wordings
    .filter(({ place }) => wordings.filter((other) => other.place === place).length < LOCALES.length)
    .map(({ place, locale }) => ({ place, locale }));
}

/** Every text of a form by its place; an item's hint is two empty texts where it has none. */
export function textsOf({ title, salutation, introduction, sections, scale }: Instrument): Map<TextPlace, Localized> {
  return new Map<TextPlace, Localized>([
    ["title", title],
    ["salutation", salutation],
    ["introduction", introduction],
    ...scale.map(({ score, label }): [TextPlace, Localized] => [`scale.${score}`, label]),
    ...sections.flatMap((section, place): [TextPlace, Localized][] => [
      [`section.${place}.title`, section.title],
      [`section.${place}.hint`, section.hint],
      ...section.items.flatMap(({ key, text, hint }): [TextPlace, Localized][] => [
        [`item.${key}`, text],
        [`item.${key}.hint`, hint ?? NO_TEXT],
      ]),
    ]),
  ]);
}

const NO_TEXT: Localized = { "zh-CN": "", en: "" };

function wordingChanges(before: Instrument, after: Instrument): InstrumentChange[] {
  const old = textsOf(before);
  return [...textsOf(after)].flatMap(([place, text]) =>
    LOCALES.flatMap((locale): InstrumentChange[] => {
      const standing = old.get(place)?.[locale];
      if (standing === undefined || standing === text[locale]) return [];
      return [{ kind: "wording", place, locale, before: standing, after: text[locale] }];
    }),
  );
}

function added(before: Asks, after: Asks): OptionalQuestion[] {
  return askedIn(after).filter((question) => !before.includes(question));
}
