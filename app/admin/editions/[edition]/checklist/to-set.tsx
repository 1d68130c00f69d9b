import { dayText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { emptyElementsOf } from "@/lib/survey/privacy-notice";
import { elementNames } from "../../element-names";
import styles from "../../editions.module.css";
import { FieldPeriod } from "../../field-period";

/** The dates and the notice, which no text search can judge: as they are, with the way to where they are set. */
export function ToSet({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "nextEdition");
  const round = `/admin/editions/${edition.slug}`;
  const { reportingPeriod, privacyNotice } = edition;
  const empty = emptyElementsOf(edition);
  const { version, effectiveOn } = privacyNotice;
  return (
    <Section id="to-set" title={t("toSet.title")}>
      <dl className={styles.facts}>
        <div>
          <dt>{t("toSet.reportingPeriod")}</dt>
          <dd>
            <span>
              {t("toSet.period", {
                from: dayText(locale, reportingPeriod.start),
                until: dayText(locale, reportingPeriod.end),
              })}
            </span>
            <a href={`${round}/settings`}>{t("toSet.edit")}</a>
          </dd>
        </div>
        <div>
          <dt>{t("toSet.fieldPeriod")}</dt>
          <dd>
            <FieldPeriod edition={edition} locale={locale} />
            <a href={`${round}/settings#times`}>{t("toSet.edit")}</a>
          </dd>
        </div>
        <div>
          <dt>{t("toSet.notice")}</dt>
          <dd>
            <span>
              {version && effectiveOn && t("toSet.noticeText", { version, day: dayText(locale, effectiveOn) })}
              {empty.length > 0 && t("toSet.noticeEmpty", { elements: elementNames(empty, locale) })}
            </span>
            <a href={`${round}/notice#version`}>{t("toSet.edit")}</a>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
