"use client";

import { useActionState } from "react";
import { acceptFile } from "./actions";
import styles from "./check.module.css";

interface AcceptFormProps {
  readonly hidden: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"accept" | "accepting" | "say", string>>;
  /** To be ticked where the very same file was taken in before. */
  readonly again: string | null;
}

/** The press that takes a file's answers in, and why it did not. */
export function AcceptForm({ hidden, words, again }: AcceptFormProps) {
  const [refused, send, sending] = useActionState(acceptFile, null);
  return (
    <form action={send}>
      <p role="alert" className={refused && !sending ? `notice notice-error ${styles.verdict}` : undefined}>
        {!sending && refused}
      </p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.note}>{words.say}</p>
      {again && (
        <p className={styles.again}>
          <label>
            <input type="checkbox" name="again" value="yes" />
            {again}
          </label>
        </p>
      )}
      <p className={styles.acts}>
        <button className="btn" aria-disabled={sending || undefined}>
          {words.accept}
        </button>
        <span role="status">{sending && words.accepting}</span>
      </p>
      {sending && <progress className={styles.progress} aria-label={words.accepting} />}
    </form>
  );
}
