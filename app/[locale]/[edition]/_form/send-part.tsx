import type { ReactNode } from "react";
import type { FormWords } from "./form-content";
import styles from "./send-part.module.css";

/** The end of the form: what the answers are used for, one button, what follows. */
export function SendPart({
  words,
  privacyHref,
  sending,
  isNotSent,
  children,
}: {
  words: FormWords;
  privacyHref: string;
  sending: boolean;
  isNotSent: boolean;
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
      {/* Beside the button that is to be pressed again: a reader far down the page is not sent to its top. */}
      {isNotSent ? (
        <p className={`notice notice-error ${styles.failure}`} role="alert">
          {words.network}
        </p>
      ) : null}
      <button className={`btn ${styles.button}`} type="submit" aria-disabled={sending ? true : undefined}>
        {sending ? words.sending : words.submit}
      </button>
      <p className={`noprint ${styles.after}`}>{words.after}</p>
      {children}
    </div>
  );
}
