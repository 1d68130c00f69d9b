import { momentText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type EditionAct, actsFor } from "@/lib/survey/edition-life";
import { emptyElementsOf } from "@/lib/survey/privacy-notice";
import styles from "./editions.module.css";
import { elementNames } from "./element-names";

interface EditionActsProps {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly now: Date;
}

/** What can be done with an edition now, each with its consequence, and what stands in the way. */
export function EditionActs({ edition, locale, now }: EditionActsProps) {
  const t = translator(locale, "editions");
  const acts = actsFor(edition, now);
  const empty = emptyElementsOf(edition);
  const opens = acts.includes("open") || acts.includes("reopen");
  return (
    <Section id="acts" title={t("steps.title")}>
      {opens && empty.length > 0 && (
        <p className={`notice notice-caution ${styles.notice}`}>
          {t("steps.noticeMissing", { elements: elementNames(empty, locale) })}
        </p>
      )}
      <ul className={styles.acts}>
        {acts.map((act, place) => (
          <li key={act}>
            <a
              className={place === 0 && act !== "unseal" ? "btn" : "btn btn-2"}
              href={`/admin/editions/${edition.slug}/state?act=${act}`}
            >
              {t(`acts.${act}.name`)}
            </a>
            <p className={styles.say}>{consequenceOf(act, edition, locale)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What an act brings about, in a sentence. */
export function consequenceOf(act: EditionAct, edition: Edition, locale: Locale): string {
  const opensAt = edition.opensAt ? momentText(locale, edition, edition.opensAt) : "";
  return translator(locale, "editions")(`acts.${act}.say`, { opensAt });
}
