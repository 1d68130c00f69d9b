import { dayText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { itemsOf } from "@/lib/survey/instrument";
import styles from "./editions.module.css";
import { FieldPeriod } from "./field-period";

/** An edition's settings at a glance, each with the way to where it is changed. */
export function EditionFacts({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "editions");
  const { reportTitle, reportingPeriod, privacyNotice } = edition;
  const { version, effectiveOn } = privacyNotice;
  const editable = !isSealed(edition);
  const round = `/admin/editions/${edition.slug}`;
  const reader = `${locale === "en" ? "/en" : ""}/${edition.slug}`;
  return (
    <Section id="facts" title={t("facts.title")}>
      <dl className={styles.facts}>
        <div>
          <dt>{t("facts.report")}</dt>
          <dd>
            <span>{reportTitle[locale]}</span>
            {editable && <a href={`${round}/settings`}>{t("settings.edit")}</a>}
            <span className={styles.second} lang={locale === "en" ? "zh-CN" : "en"}>
              {reportTitle[locale === "en" ? "zh-CN" : "en"]}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t("facts.reportingPeriod")}</dt>
          <dd>
            {t("facts.reportingPeriodText", {
              from: dayText(locale, reportingPeriod.start),
              until: dayText(locale, reportingPeriod.end),
            })}
          </dd>
        </div>
        <div>
          <dt>{t("facts.fieldPeriod")}</dt>
          <dd>
            <FieldPeriod edition={edition} locale={locale} />
            {editable && <a href={`${round}/settings#times`}>{t("settings.edit")}</a>}
          </dd>
        </div>
        <div>
          <dt>{t("facts.company")}</dt>
          <dd>
            <span>{edition.company.name[locale]}</span>
            {editable && <a href={`${round}/notice`}>{t("settings.edit")}</a>}
          </dd>
        </div>
        <div>
          <dt>{t("facts.notice")}</dt>
          <dd>
            <span>
              {version && effectiveOn
                ? t("facts.noticeText", { version, day: dayText(locale, effectiveOn) })
                : t("facts.noticeDraft")}
            </span>
            <a href={`${reader}/privacy`}>{t("facts.asRead")}</a>
            {editable && <a href={`${round}/notice#version`}>{t("settings.edit")}</a>}
          </dd>
        </div>
        <div>
          <dt>{t("facts.form")}</dt>
          <dd>
            <span>
              {t("facts.formText", { version: edition.instrumentVersion, n: itemsOf(edition.instrument).length })}
            </span>
            <a href={`${reader}/print`}>{t("facts.preview")}</a>
            <a href={`${round}/instrument/preview`}>{t("facts.asRead")}</a>
            {editable && <a href={`${round}/instrument`}>{t("settings.edit")}</a>}
          </dd>
        </div>
        <div>
          <dt>{t("facts.channels")}</dt>
          <dd>
            <span>{t("facts.channelsText", { n: edition.channels.filter(({ retired }) => !retired).length })}</span>
            <a href={`/admin/channels?edition=${edition.slug}`}>{t("facts.channelsLink")}</a>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
