import { Section } from "@/app/_ui/desk/section";
import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { SENTENCE_LENGTH } from "@/lib/survey/suspicion";
import styles from "./response.module.css";

/** What is odd about an answer, each with what it means; nothing where nothing is. */
export function FlagSection({ response, locale }: { response: ResponseView; locale: Locale }) {
  const t = translator(locale, "flags");
  if (response.flags.length === 0) return null;
  return (
    <Section id="flags" title={t("title")} say={t("say")}>
      <dl className={styles.flags}>
        {response.flags.map((flag) => (
          <div key={flag}>
            <dt>{t(`name.${flag}`)}</dt>
            <dd>{t(`why.${flag}`, { length: SENTENCE_LENGTH })}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
