import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf, openItemsOf, ratingItemsOf } from "@/lib/survey/instrument";
import { type EditionForm, countComparable } from "@/lib/survey/lineage";
import styles from "./editions.module.css";

interface CopiedPartsProps {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly title: string;
  /** The form as it is held against that of the year before; null without one. */
  readonly compared: { readonly form: EditionForm; readonly last: EditionForm } | null;
}

/** What one edition takes over from another, counted. */
export function CopiedParts({ edition, locale, title, compared }: CopiedPartsProps) {
  const t = translator(locale, "nextEdition");
  const { instrument, asks, channels, company, privacyNotice, timeZone } = edition;
  const items = {
    n: itemsOf(instrument).length,
    ratings: ratingItemsOf(instrument).length,
    open: openItemsOf(instrument).length,
  };
  const form = compared
    ? t("parts.formCompared", { ...items, comparable: countComparable(compared.form, compared.last) })
    : t("parts.formText", items);
  const facts: [string, string][] = [
    [t("parts.form"), form],
    [t("parts.optional"), t("parts.optionalText", { n: asks.length })],
    [t("parts.channels"), t("parts.channelsText", { n: channels.filter(({ retired }) => !retired).length })],
    [t("parts.company"), company.name[locale]],
    [t("parts.notice"), t("parts.noticeText", { version: privacyNotice.version || "—" })],
    [t("parts.zone"), timeZone],
  ];
  return (
    <Section id="copied" title={title}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
