"use client";

import { useActionState } from "react";
import { acceptFile } from "./actions";
import styles from "./check.module.css";

interface AcceptFormProps {
  readonly hidden: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"accept" | "accepting" | "say", string>>;
}

/** The press that takes a file's answers in, and why it did not. */
export function AcceptForm({ hidden, words }: AcceptFormProps) {
  const [refused, send, sending] = useActionState(acceptFile, null);
  return (
    <form action={send}>
      <p role="alert" className={refused && !sending ? "notice notice-error" : undefined}>
        {!sending && refused}
      </p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.note}>{words.say}</p>
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
