import type { FormWords } from "./form-content";
import styles from "./send-part.module.css";

/** The end of the form: what the answers are used for, one button, what follows. */
export function SendPart({ words, sending }: { words: FormWords; sending: boolean }) {
  return (
    <div className={styles.send}>
      <p>{words.use}</p>
      <button className={`btn ${styles.button}`} type="submit" aria-disabled={sending ? true : undefined}>
        {sending ? words.sending : words.submit}
      </button>
      <p className={`noprint ${styles.after}`}>{words.after}</p>
    </div>
  );
}
