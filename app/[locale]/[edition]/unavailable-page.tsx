import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { openItemsOf } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTION_TEXTS } from "@/lib/survey/optional-question";
import { KeptDraft, type Question } from "./_form/kept-draft";
import { type Answer, Answers } from "./answers";
import { Opening } from "../_frame/opening";
import { Part } from "../_frame/part";
import { unavailableWords } from "./unavailable-words";
import styles from "./unavailable-page.module.css";

/**
 * The page of an edition outside its field period. What a reader sent too late is shown, to be copied, and what this
 * browser has of a draft (`showsDraft`).
 */
export function UnavailablePage({
  edition,
  locale,
  availability,
  typed,
  showsDraft,
}: {
  edition: Edition;
  locale: Locale;
  availability: "closed" | "not-yet-open";
  typed: Readonly<Record<string, string>>;
  showsDraft: boolean;
}) {
  const t = translator(locale, "reader");
  const { title, text } = unavailableWords(edition, locale, availability);
  const texts = typedTexts(edition, locale, typed);
  return (
    <>
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={title}>
        <p className={styles.text}>{text}</p>
      </Opening>
      {texts.length > 0 ? (
        <Part title={t("closed.typed")} hint={t("closed.typedHint")}>
          <Answers locale={locale} answers={texts} />
        </Part>
      ) : null}
      {showsDraft ? (
        <KeptDraft
          edition={edition.slug}
          questions={questionsOf(edition, locale)}
          typed={typed}
          words={{
            title: t("draft.title"),
            hint: t("draft.unavailable"),
            clear: t("draft.clear"),
            cleared: t("draft.cleared"),
            undo: t("draft.undo"),
          }}
        />
      ) : null}
    </>
  );
}

/** Everything that was typed, with its question; ticks are soon made again. */
function typedTexts(edition: Edition, locale: Locale, typed: Readonly<Record<string, string>>): Answer[] {
  const contact = { key: "contact", text: OPTIONAL_QUESTION_TEXTS.contact[locale] } as const;
  return [...questionsOf(edition, locale), ...(edition.asks.includes(contact.key) ? [contact] : [])].flatMap(
    ({ key, text }) => (typed[key] ? [{ number: 0, question: text, answer: typed[key] }] : []),
  );
}

function questionsOf({ instrument }: Edition, locale: Locale): Question[] {
  return openItemsOf(instrument).map(({ key, text }) => ({ key, text: text[locale] }));
}
