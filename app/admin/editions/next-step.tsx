import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { nextSlug } from "@/lib/survey/next-edition";
import styles from "./editions.module.css";

interface NextStepProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly locale: Locale;
}

/** The way to next year's edition while there is none, and from a draft to what must be looked at in it. */
export function NextStep({ edition, editions, locale }: NextStepProps) {
  const t = translator(locale, "nextEdition");
  const next = nextSlug(edition.slug);
  const round = `/admin/editions/${edition.slug}`;
  const isLast = editions.every(({ slug }) => slug !== next);
  if (!isLast && edition.state !== "draft") return null;
  return (
    <Section id="next" title={t("steps")}>
      <ul className={styles.acts}>
        {edition.state === "draft" && (
          <li>
            <a className="btn btn-2" href={`${round}/checklist`}>
              {t("checklist.link")}
            </a>
            <p className={styles.say}>{t("checklist.about")}</p>
          </li>
        )}
        {isLast && (
          <li>
            <a className="btn btn-2" href={`${round}/next`}>
              {t("make", { slug: next })}
            </a>
            <p className={styles.say}>{t("openSay")}</p>
          </li>
        )}
      </ul>
    </Section>
  );
}
