import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./fold.module.css";

/**
 * A question that is folded until somebody wants it, so that the page stays short: native `details`, whose summary is
 * the question. It opens by itself for what is filled in or wrong, and on paper; a reader may fold it again.
 */
export function Fold({
  id,
  number,
  text,
  words: { show, hide },
  status,
  isOpen,
  error,
  children,
}: {
  id: string;
  number: number;
  text: string;
  words: { show: string; hide: string };
  /** What the folded question says of its answer. */
  status?: string;
  /** Whether it is open before a script runs. */
  isOpen: boolean;
  error: string | undefined;
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [openedFirst] = useState(isOpen);
  useEffect(() => {
    if (error && fold.current) fold.current.open = true;
  }, [error]);
  useEffect(() => (fold.current ? keepOpenWhereNeeded(fold.current) : undefined), []);
  return (
    <details className={error ? `${styles.fold} wrong` : styles.fold} id={id} open={openedFirst} ref={fold}>
      <summary className={styles.summary}>
        <span className="question" id={`${id}-question`}>
          <span className="question-number num">{number}</span>
          {text}
        </span>
        <span className={styles.act}>
          <span className={`${styles.word} ${styles.show}`}>{show}</span>
          <span className={`${styles.word} ${styles.hide}`}>{hide}</span>
          {status ? <span className={`${styles.status} num`}>{status}</span> : null}
        </span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

/** Opens what holds an answer, now and when a program fills it in (an `input` event tells), and all of it for print. */
function keepOpenWhereNeeded(fold: HTMLDetailsElement): () => void {
  let openedForPrint = false;
  const openFilled = () => {
    if ([...fold.querySelectorAll("input")].some(isFilled)) fold.open = true;
  };
  const beforePrint = () => {
    openedForPrint = !fold.open;
    fold.open = true;
  };
  const afterPrint = () => {
    if (openedForPrint) fold.open = false;
  };
  openFilled();
  fold.addEventListener("input", openFilled);
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
  return () => {
    fold.removeEventListener("input", openFilled);
    window.removeEventListener("beforeprint", beforePrint);
    window.removeEventListener("afterprint", afterPrint);
  };
}

function isFilled(input: HTMLInputElement): boolean {
  return input.type === "checkbox" ? input.checked : input.value.trim() !== "";
}
