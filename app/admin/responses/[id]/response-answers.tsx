import { Section } from "@/app/_ui/desk/section";
import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { answersInWords } from "./answers-in-words";
import styles from "./response.module.css";

/** Question by question what was answered, as the form asked it; of a withdrawn answer that nothing is left. */
export function ResponseAnswers({ response, locale }: { response: ResponseView; locale: Locale }) {
  const t = translator(locale, "responses");
  if (response.status === "withdrawn") return <p className={`notice ${styles.notice}`}>{t("one.withdrawn")}</p>;
  return (
    <Section id="answers" title={t("one.answers")} say={t("one.viewed")}>
      <ol className={styles.answers}>
        {answersInWords(response, locale).map(({ number, question, answer, isText }) => (
          <li key={number}>
            <p className={styles.question}>
              <span className="num">{number}</span> {question}
            </p>
            {answer === null ? (
              <p className={styles.none}>{t("list.missing")}</p>
            ) : isText ? (
              <p className={styles.text} lang={response.locale}>
                <bdi>{answer}</bdi>
              </p>
            ) : (
              <p className={styles.choice}>{answer}</p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
