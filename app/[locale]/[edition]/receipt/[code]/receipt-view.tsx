import type { Locale } from "@/lib/locale";
import { longDate, longDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { availabilityOf, lastMomentOf } from "@/lib/survey/edition";
import { Opening } from "../../../_frame/opening";
import { Part } from "../../../_frame/part";
import { Answers } from "../../answers";
import { optionalAnswersOf } from "../../optional-answers";
import { answersOf } from "./answers-of";
import { Arrival } from "./arrival";
import { CopyCode } from "./copy-code";
import type { Receipt } from "./find-receipt";
import { ReceiptActs } from "./receipt-acts";
import styles from "./receipt.module.css";
import { Slip } from "./slip";

/** It came now, had come before with other answers, was corrected, or its contact was withdrawn. */
export type Said = "thanks" | "changed" | "corrected" | "contactWithdrawn";

/** The receipt of one response. */
export function ReceiptView({
  locale,
  receipt: { code, response, edition },
  said,
}: {
  locale: Locale;
  receipt: Receipt;
  said: Said;
}) {
  const t = translator(locale, "reader");
  const answers = answersOf(edition.instrument, response, locale);
  const availability = availabilityOf(edition, new Date());
  const isOpen = availability === "open";
  const last = isOpen ? lastMomentOf(edition) : null;
  const closing = last && longDate(last, edition.timeZone, locale);
  const answered = answers.filter(({ answer }) => answer !== null).length;
  const words = { copy: t("receipt.copy"), copied: t("receipt.copied"), failed: t("receipt.copyFailed") };
  return (
    <>
      <Arrival edition={edition.slug} code={code} />
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t("receipt.title")}>
        <p className={styles.thanks}>{t(`receipt.${said}`)}</p>
        <Slip
          locale={locale}
          code={code}
          facts={[
            [t("receipt.date"), longDay(response.receivedOn, locale)],
            ...(response.changedOn ? [[t("receipt.changedOn"), longDay(response.changedOn, locale)] as const] : []),
            [t("receipt.report"), edition.reportTitle[locale]],
            [t("receipt.answered"), t("receipt.answeredOf", { total: answers.length, n: answered })],
          ]}
        />
        <p className={`${styles.hint} ${styles.keep}`}>{t("receipt.keep")}</p>
        <CopyCode code={code} words={words} />
      </Opening>
      <Part title={t("receipt.yourAnswers")} hint={t("receipt.visibleTo")}>
        <Answers locale={locale} answers={[...answers, ...optionalAnswersOf(edition, response, locale)]} />
        <ReceiptActs
          {...{ locale, slug: edition.slug, code, correctable: isOpen, isClosed: availability === "closed" }}
          hasContact={response.contact !== null}
        />
      </Part>
      <Part title={t("receipt.next")}>
        <p>
          {closing ? t("receipt.nextClosing", { date: closing }) : null}
          {t("receipt.nextText", { department: edition.company.department[locale] })}
        </p>
      </Part>
    </>
  );
}
