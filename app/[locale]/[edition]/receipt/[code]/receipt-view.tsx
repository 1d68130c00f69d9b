import { FiveCells } from "@/app/_ui/five-cells";
import type { Edition } from "@/db/editions";
import type { ReceiptResponse } from "@/db/responses";
import type { Locale } from "@/lib/locale";
import { longDate, longDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { availabilityOf } from "@/lib/survey/edition";
import { itemsOf, ratingItemsOf, scoreLabel } from "@/lib/survey/instrument";
import { Opening } from "../../../_frame/opening";
import { Part } from "../../../_frame/part";
import { type Answer, Answers } from "../../answers";
import { CopyCode } from "./copy-code";
import styles from "./receipt.module.css";

/** The receipt of one response. `changed`: it had come before, and what was sent now differs from what is kept. */
export function ReceiptView({
  locale,
  edition,
  code,
  response,
  changed,
}: {
  locale: Locale;
  edition: Edition;
  code: string;
  response: ReceiptResponse;
  changed: boolean;
}) {
  const t = translator(locale, "reader");
  const answers = answersOf(edition, response, locale);
  const closing =
    edition.closesAt && availabilityOf(edition, new Date()) === "open"
      ? t("receipt.nextClosing", { date: longDate(edition.closesAt, edition.timeZone, locale) })
      : null;
  const answered = answers.filter(({ answer }) => answer !== null).length;
  return (
    <>
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t("receipt.title")}>
        <p className={styles.thanks}>{t(changed ? "receipt.changed" : "receipt.thanks")}</p>
        <div className={styles.slip}>
          <FiveCells className={styles.cells} />
          <div className={styles.body}>
            <p className={styles.hint}>{t("receipt.code")}</p>
            <p className={styles.code}>{code}</p>
            <dl>
              <dt>{t("receipt.date")}</dt>
              <dd>{longDay(response.receivedOn, locale)}</dd>
              <dt>{t("receipt.report")}</dt>
              <dd>{edition.reportTitle[locale]}</dd>
              <dt>{t("receipt.answered")}</dt>
              <dd>{t("receipt.answeredOf", { total: answers.length, n: answered })}</dd>
            </dl>
          </div>
        </div>
        <p className={`${styles.hint} ${styles.keep}`}>{t("receipt.keep")}</p>
        <CopyCode
          code={code}
          words={{ copy: t("receipt.copy"), copied: t("receipt.copied"), failed: t("receipt.copyFailed") }}
        />
      </Opening>
      <Part title={t("receipt.yourAnswers")} hint={t("receipt.visibleTo")}>
        <Answers locale={locale} answers={answers} />
      </Part>
      <Part title={t("receipt.next")}>
        <p>
          {closing}
          {t("receipt.nextText", { department: edition.company.department[locale] })}
        </p>
      </Part>
    </>
  );
}

function answersOf({ instrument }: Edition, response: ReceiptResponse, locale: Locale): Answer[] {
  const ratings = new Map(ratingItemsOf(instrument).map((item, place) => [item.key, response.ratings[place] ?? null]));
  return itemsOf(instrument).map((item, place) => {
    const rating = ratings.get(item.key) ?? null;
    const label = rating === null ? null : scoreLabel(instrument, rating, locale);
    const answer = item.kind === "rating" ? label : (response.verbatims[item.key] ?? null);
    return { number: place + 1, question: item.text[locale], answer };
  });
}
