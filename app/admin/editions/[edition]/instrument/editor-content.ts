import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf } from "@/lib/survey/instrument";
import { keysOf } from "@/lib/survey/instrument-edits";
import { type EditorFields, editorFields } from "@/lib/survey/instrument-fields";
import { sectionActs } from "@/lib/survey/instrument-sections";
import { OPTIONAL_QUESTIONS, OPTIONAL_QUESTION_TEXTS } from "@/lib/survey/optional-question";
import { type EditedItem, editedItem } from "./edited-item";
import { editorWords } from "./editor-words";
import { fieldLabel, placeLabel } from "./place-label";

/** A text of the form, to be typed in both languages. */
export interface EditedText {
  readonly place: string;
  readonly title: string;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly lines: number;
}

/** A part of the form with its items. */
export interface EditedSection {
  readonly place: number;
  readonly heading: string;
  readonly texts: readonly EditedText[];
  readonly items: readonly EditedItem[];
  readonly addLegend: string;
  readonly acts: ReturnType<typeof sectionActs>;
}

/** Everything that the editor shows, in one language, for the browser. */
export interface EditorContent {
  readonly slug: string;
  readonly version: number;
  readonly revision: number;
  readonly isUnderWay: boolean;
  readonly fields: EditorFields;
  readonly texts: readonly EditedText[];
  readonly scale: readonly EditedText[];
  readonly sections: readonly EditedSection[];
  /** Items of this edition's earlier versions, and of the edition before, that the draft does not have. */
  readonly retired: readonly { readonly key: string; readonly text: string }[];
  readonly newSection: readonly EditedText[];
  readonly optional: readonly { readonly question: string; readonly text: string }[];
  readonly words: ReturnType<typeof editorWords>;
}

/** The editor of a draft. */
export function editorContent(desk: InstrumentDesk, slug: string, locale: Locale): EditorContent {
  const t = translator(locale, "instrument");
  const { draft, standing } = desk;
  const { document } = draft;
  const text = (place: string, lines = 1): EditedText => {
    const label = (language: Locale) => fieldLabel(document, `${place}.${language}`, locale);
    return {
      place,
      title: placeLabel(document, place, locale),
      labels: { "zh-CN": label("zh-CN"), en: label("en") },
      lines,
    };
  };
  return {
    slug,
    version: draft.version,
    revision: draft.revision,
    isUnderWay: standing.isUnderWay,
    fields: editorFields(draft),
    texts: [text("title"), text("salutation"), text("introduction", 5)],
    scale: document.scale.map(({ score }) => text(`scale.${score}`)),
    sections: document.sections.map(({ title, items }, place) => ({
      place,
      heading: t("section", { n: place + 1, title: title[locale] }),
      texts: [text(`section.${place}.title`), text(`section.${place}.hint`)],
      items: items.map((item) => editedItem(desk, slug, item, locale)),
      addLegend: t("add.legend", { n: place + 1 }),
      acts: sectionActs(document, place, standing.isUnderWay),
    })),
    retired: retiredItems(desk, locale),
    newSection: [text("newSection.title"), text("newSection.hint"), text("newSection.item", 3)],
    optional: OPTIONAL_QUESTIONS.map((question) => ({ question, text: OPTIONAL_QUESTION_TEXTS[question][locale] })),
    words: editorWords(locale),
  };
}

function retiredItems({ draft, published, last, standing }: InstrumentDesk, locale: Locale): EditorContent["retired"] {
  const present = keysOf([draft.document]);
  const earlier = [last?.instrument, published.document].flatMap((form) => (form ? itemsOf(form) : []));
  const gone = new Map(earlier.filter(({ key }) => !present.has(key)).map((item) => [item.key, item]));
  const allowed = [...gone.values()].filter(({ kind }) => kind === "open" || !standing.isUnderWay);
  return allowed.map(({ key, text }) => ({ key, text: text[locale] }));
}
