import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./answers.module.css";

/** A question with what was answered; null is 未作答. */
export interface Answer {
  readonly number: number;
  readonly question: string;
  readonly answer: string | null;
}

/** A reader's own answers, question by question. */
export function Answers({ locale, answers }: { locale: Locale; answers: readonly Answer[] }) {
  const t = translator(locale, "reader");
  return (
    <ol className={styles.answers}>
      {answers.map(({ number, question, answer }) => (
        <li key={question}>
          <p className={`question ${styles.question}`}>
            {number > 0 ? <span className="question-number num">{number}</span> : null}
            {question}
          </p>
          <p className={answer === null ? `${styles.answer} ${styles.none}` : styles.answer} dir="auto">
            {answer ?? t("receipt.noAnswer")}
          </p>
        </li>
      ))}
    </ol>
  );
}
