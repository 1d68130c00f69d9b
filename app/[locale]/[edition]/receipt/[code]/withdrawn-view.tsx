import type { Locale } from "@/lib/locale";
import { longDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { Opening } from "../../../_frame/opening";
import type { Receipt } from "./find-receipt";
import styles from "./receipt.module.css";
import { Slip } from "./slip";

/** What is left of a withdrawn answer: that there was one, and when it went. */
export function WithdrawnView({ locale, receipt: { code, response, edition } }: { locale: Locale; receipt: Receipt }) {
  const t = translator(locale, "reader");
  const withdrawn = response.changedOn ? longDay(response.changedOn, locale) : "";
  return (
    <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t("withdrawn.title")}>
      <p className={styles.thanks}>{t("withdrawn.text")}</p>
      <Slip
        locale={locale}
        code={code}
        facts={[
          [t("receipt.date"), longDay(response.receivedOn, locale)],
          [t("withdrawn.date"), withdrawn],
          [t("receipt.report"), edition.reportTitle[locale]],
        ]}
      />
    </Opening>
  );
}
