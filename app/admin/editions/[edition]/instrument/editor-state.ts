import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { DraftMark, InstrumentDesk } from "@/db/instrument-desk";
import type { DraftRefusal } from "@/db/instruments";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { InstrumentForm } from "@/lib/survey/instrument-changes";
import { type EditorFields, type TextProblem, editorFields } from "@/lib/survey/instrument-fields";
import { OPTIONAL_QUESTION_TEXTS, OptionalQuestion } from "@/lib/survey/optional-question";
import type { Breach } from "@/lib/survey/instrument-rules";
import { fieldLabel } from "./place-label";

/** What the editor shows after it was refused: everything typed, and everything wrong with it. */
export interface EditorState {
  readonly typed: EditorFields;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  readonly documentTitle: string;
  /** The draft as it was saved meanwhile, where saving again may put what was typed in its place. */
  readonly mark?: DraftMark;
  /** Whether to show a link to the draft as it is now. */
  readonly isStale?: boolean;
}

/** Texts that cannot be kept, each by its field. */
export function refusedTexts(
  desk: InstrumentDesk,
  problems: Readonly<Record<string, TextProblem>>,
  locale: Locale,
): FieldError[] {
  const t = translator(locale, "instrument");
  return Object.entries(problems).map(([field, { code, ...numbers }]) => ({
    field,
    message: t(`error.${code}`, {
      place: fieldLabel(desk.draft.document, field, locale),
      max: 0,
      excess: 0,
      ...numbers,
    }),
  }));
}

/** Why a draft was not saved or published, by the field that is to be changed. */
export function refusedDraft(desk: InstrumentDesk, refusal: DraftRefusal, locale: Locale): FieldError[] {
  const t = translator(locale, "instrument");
  if (refusal.kind === "protected") return refusal.breaches.map((breach) => refusedBreach(desk, breach, locale));
  if (refusal.kind === "changed") return [{ field: "save", message: t("changed.publish") }];
  return [{ field: "save", message: t(`error.${refusal.kind}`) }];
}

/** What a draft that somebody saved meanwhile says otherwise than what was typed, by field. */
export function conflictsWith(current: InstrumentForm, typed: InstrumentForm, locale: Locale): FieldError[] {
  const t = translator(locale, "instrument");
  const [now, mine] = [editorFields(current), editorFields(typed)];
  const different = [...new Set([...Object.keys(now), ...Object.keys(mine)])].filter(
    (name) => now[name] !== mine[name],
  );
  if (different.length === 0) return [{ field: "save", message: t("changed.same") }];
  return different.map((field) => {
    const [kind, of = "", said] = field.split(".");
    const question = OptionalQuestion.safeParse(of).data;
    if (kind === "asks" && question) {
      return { field, message: t("changed.choice", { place: OPTIONAL_QUESTION_TEXTS[question][locale] }) };
    }
    const isChoice = said === "lineage" || said === "amendment";
    const place = isChoice
      ? fieldLabel(current.document, `item.${of}`, locale)
      : fieldLabel(current.document, field, locale);
    return {
      field,
      message: isChoice ? t("changed.choice", { place }) : t("changed.now", { place, text: now[field] ?? "" }),
    };
  });
}

/** The state of an editor with errors, counted in words and in the page's title. */
export function refusedEditor(
  slug: string,
  typed: EditorFields,
  errors: readonly FieldError[],
  locale: Locale,
): EditorState {
  const t = translator(locale, "department");
  const n = errors.length;
  const title = editorTitle("title", slug, locale);
  return { typed, errors, heading: t("form.heading", { n }), documentTitle: t("formTitle", { n, title }) };
}

/** The title of a page of the editor: 编辑反馈表 · 2025年度 · 意见反馈. */
export function editorTitle(page: "title" | "publishTitle" | "previewTitle", slug: string, locale: Locale): string {
  const t = translator(locale, "department");
  return [translator(locale, "instrument")(page), t("round", { slug }), t("site")].join(" · ");
}

function refusedBreach({ draft }: InstrumentDesk, breach: Breach, locale: Locale): FieldError {
  const t = translator(locale, "instrument");
  switch (breach.rule) {
    case "undeclared":
    case "other-kind": {
      const field = breach.rule === "undeclared" ? `item.${breach.key}.amendment` : `item.${breach.key}.zh-CN`;
      const place = fieldLabel(draft.document, `item.${breach.key}`, locale);
      return { field, message: t(`error.${breach.rule}`, { place }) };
    }
    case "ratings":
      return { field: "save", message: t("error.ratings") };
    default:
      return { field: "scale.5.zh-CN", message: t(`error.${breach.rule}`) };
  }
}
