import { randomUUID } from "node:crypto";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Item, itemsOf } from "@/lib/survey/instrument";
import type { Score } from "@/lib/survey/scale";
import { addressOf } from "../../_frame/address";
import { type OptionalContent, optionalContent, optionalWords } from "./optional-content";
import { queryOf } from "../query";
import type { PageKey } from "./page-key";

/** An item as the browser needs it: one language, its number on the form. */
export type ItemContent = { key: string; number: number; text: string; hint?: string | undefined } & (
  { kind: "rating" } | { kind: "open"; maxLength: number }
);

/** Everything the form says and sends, in one language, small enough to travel with the page. */
export interface FormContent {
  readonly title: string;
  readonly action: string;
  readonly privacyHref: string;
  readonly locale: Locale;
  readonly envelope: Readonly<Record<string, string>> & { readonly idempotency_key: string };
  readonly scale: readonly { score: Score; label: string }[];
  readonly sections: readonly { title: string; hint: string; progress: string; items: readonly ItemContent[] }[];
  readonly optional: OptionalContent | null;
  readonly words: FormWords;
}

/** The form's words; those with braces are filled in by the browser as the reader types. */
export type FormWords = ReturnType<typeof formWords> & ReturnType<typeof optionalWords>;

/** The form of an edition in a language, with the key of its page, or with a fresh one. */
export function formContent(
  edition: Edition,
  locale: Locale,
  sent: Partial<PageKey> & { channel?: string | null | undefined; isShared?: boolean },
): FormContent {
  const { instrument, instrumentVersion, slug } = edition;
  const t = translator(locale, "reader");
  const numbers = new Map(itemsOf(instrument).map((item, place) => [item.key, place + 1]));
  const envelope = {
    idempotency_key: sent.idempotencyKey ?? randomUUID(),
    instrument: String(instrumentVersion),
    locale,
    ...(sent.channel ? { channel: sent.channel } : {}),
    ...(sent.made ? { made: sent.made } : {}),
  };
  return {
    title: formTitle(edition, locale),
    action: addressOf(locale, slug, "responses") + queryOf({ isShared: sent.isShared }),
    privacyHref: addressOf(locale, slug, "privacy"),
    locale,
    envelope,
    scale: instrument.scale.map(({ score, label }) => ({ score, label: label[locale] })),
    sections: instrument.sections.map(({ title, hint, items }) => {
      const numbered = items.map((item) => itemContent(item, numbers.get(item.key) ?? 0, locale));
      const [first, last] = [numbered[0]?.number ?? 0, numbered.at(-1)?.number ?? 0];
      const progress = t("form.progress", { first, last, total: numbers.size });
      return { title: title[locale], hint: hint[locale], progress, items: numbered };
    }),
    optional: optionalContent(edition, locale),
    words: { ...formWords(edition, locale), ...optionalWords(locale) },
  };
}

function itemContent(item: Item, number: number, locale: Locale): ItemContent {
  const asked = { key: item.key, text: item.text[locale], hint: item.hint?.[locale], number };
  return item.kind === "open"
    ? { ...asked, kind: item.kind, maxLength: item.maxLength }
    : { ...asked, kind: item.kind };
}

/** The form's title in the browser's tab and in a shared card. */
export function formTitle({ reportTitle }: Pick<Edition, "reportTitle">, locale: Locale): string {
  return translator(locale, "reader")("document.formTitle", { report: reportTitle[locale] });
}

/** What becomes of an answer, in a sentence; quotations are promised only where readers are asked. */
export function useOf({ asks }: Pick<Edition, "asks">, locale: Locale): string {
  return translator(locale, "reader")("form.use", { quotes: asks.includes("quote") ? "asked" : "no" });
}

function formWords(edition: Pick<Edition, "asks">, locale: Locale) {
  const t = translator(locale, "reader");
  return {
    clear: t("form.clear"),
    clearItem: t.raw("form.clearItem"),
    limit: t.raw("form.limit"),
    count: t.raw("form.count"),
    countOver: t.raw("form.countOver"),
    use: useOf(edition, locale),
    privacy: t.raw("form.privacy"),
    privacyLink: t("form.privacyLink"),
    submit: t("form.submit"),
    sending: t("form.sending"),
    after: t("form.after"),
    leaveEmpty: t("form.leaveEmpty"),
    errorPrefix: t("errors.prefix"),
    // The number of errors has a plural in English: 1 and the others.
    errorsHeading: [t("errors.heading", { n: 1 }), t("errors.heading", { n: 2 }).replace("2", "{n}")] as const,
    kept: t("errors.kept"),
    empty: t("errors.empty"),
    tooLong: t.raw("errors.tooLong"),
    inItem: t.raw("errors.inItem"),
    network: t("errors.network"),
    draftKept: t("draft.kept"),
    draftRestored: t("draft.restored"),
    draftClear: t("draft.clear"),
    draftCleared: t("draft.cleared"),
    draftUndo: t("draft.undo"),
    sent: t("sent.title"),
    sentReceipt: t("sent.receipt"),
    sentAgain: t("sent.again"),
  };
}
