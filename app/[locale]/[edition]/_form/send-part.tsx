import type { ReactNode } from "react";
import type { FormWords } from "./form-content";
import styles from "./send-part.module.css";

/** The end of the form: what the answers are used for, one button, what follows. */
export function SendPart({
  words,
  privacyHref,
  sending,
  children,
}: {
  words: FormWords;
  privacyHref: string;
  sending: boolean;
  children?: ReactNode;
}) {
  const [before, after] = words.privacy.split("{link}");
  return (
    <div className={styles.send}>
      <p>
        {words.use}{" "}
        <span className="noprint">
          {before}
          {/* A window of its own: without script, coming back would find the form empty. */}
          <a href={privacyHref} target="_blank" rel="noopener noreferrer">
            {words.privacyLink}
          </a>
          {after}
        </span>
      </p>
      <button className={`btn ${styles.button}`} type="submit" aria-disabled={sending ? true : undefined}>
        {sending ? words.sending : words.submit}
      </button>
      <p className={`noprint ${styles.after}`}>{words.after}</p>
      {children}
    </div>
  );
}
