import { Section } from "@/app/_ui/desk/section";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./take-away-section.module.css";

const FILES = [
  ["results.xlsx", "xlsx"],
  ["ratings.svg", "svg"],
  ["ratings.png", "png"],
] as const;

/** The page's tables and its core picture as files, with the page's own figures. */
export function TakeAwaySection({ slug, locale }: { slug: string; locale: Locale }) {
  const t = translator(locale, "results");
  return (
    <div className={styles.aside}>
      <Section id="take-away" title={t("takeAway.title")} say={t("takeAway.say")}>
        <ul className={styles.files}>
          {FILES.map(([file, words]) => (
            <li key={file}>
              <a href={`/admin/exports/${slug}/${file}`}>{t(`takeAway.${words}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
