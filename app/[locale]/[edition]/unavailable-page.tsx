import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { lastMomentOf } from "@/lib/survey/edition";
import { openItemsOf } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTION_TEXTS } from "@/lib/survey/optional-question";
import { type Answer, Answers } from "./answers";
import { Opening } from "../_frame/opening";
import { Part } from "../_frame/part";
import styles from "./unavailable-page.module.css";

/** The page of an edition outside its field period. What a reader sent too late is shown, to be copied. */
export function UnavailablePage({
  edition,
  locale,
  availability,
  typed,
}: {
  edition: Edition;
  locale: Locale;
  availability: "closed" | "not-yet-open";
  typed: Readonly<Record<string, string>>;
}) {
  const t = translator(locale, "reader");
  const when = availability === "closed" ? lastMomentOf(edition) : edition.opensAt;
  const name = availability === "closed" ? "closed" : "notYetOpen";
  const { email, phone } = edition.company;
  const date = when ? longDate(when, edition.timeZone, locale) : "";
  const texts = typedTexts(edition, locale, typed);
  return (
    <>
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t(`${name}.title`)}>
        <p className={styles.text}>{t(when ? `${name}.textOn` : `${name}.text`, { date, email, phone })}</p>
      </Opening>
      {texts.length > 0 ? (
        <Part title={t("closed.typed")} hint={t("closed.typedHint")}>
          <Answers locale={locale} answers={texts} />
        </Part>
      ) : null}
    </>
  );
}

/** Everything that was typed, with its question; ticks are soon made again. */
function typedTexts({ instrument, asks }: Edition, locale: Locale, typed: Readonly<Record<string, string>>): Answer[] {
  const open = openItemsOf(instrument).map(({ key, text }) => ({ key, text }));
  const contact = { key: "contact", text: OPTIONAL_QUESTION_TEXTS.contact } as const;
  return [...open, ...(asks.includes(contact.key) ? [contact] : [])].flatMap(({ key, text }) =>
    typed[key] ? [{ number: 0, question: text[locale], answer: typed[key] }] : [],
  );
}
