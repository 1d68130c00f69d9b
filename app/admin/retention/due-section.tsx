import { dayText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Due, Retained } from "@/db/retention";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { RetentionForm } from "./retention-form";
import styles from "./retention.module.css";

interface DueSectionProps {
  readonly retained: Retained;
  readonly due: Due;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** What is past its time, by the sentence that readers were told, and the press that deletes it. */
export function DueSection({ retained, due, edition, locale }: DueSectionProps) {
  const t = translator(locale, "retention");
  const { contactMonths, responseYears } = edition.privacyNotice;
  const notice = translator(locale, "privacy");
  const months = contactMonths === null ? null : notice("retention.contact", { months: contactMonths });
  const years = responseYears === null ? null : notice("retention.responses", { years: responseYears });
  const promise = retained === "contacts" ? months : years;
  return (
    <Section id={retained} title={t(`${retained}.title`)} say={promise ?? t("noPromise")}>
      <p className={styles.due}>
        {due.count > 0 && due.oldest
          ? t(`${retained}.due`, { n: due.count, oldest: dayText(locale, due.oldest) })
          : t(`${retained}.none`)}
      </p>
      {due.count > 0 && (
        <RetentionForm
          hidden={{ edition: edition.slug, retained, agreed: due.which }}
          label={t(`${retained}.delete`, { n: due.count })}
          say={t(`${retained}.say`)}
        />
      )}
    </Section>
  );
}
