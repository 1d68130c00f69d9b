"use client";

import { useActionState } from "react";
import { deletePastTime } from "./actions";
import styles from "./retention.module.css";

interface RetentionFormProps {
  readonly hidden: Readonly<Record<string, string>>;
  /** Names how many go. */
  readonly label: string;
  readonly say: string;
}

/** The press that deletes what is past its time; refused when it is not the same by then. */
export function RetentionForm({ hidden, label, say }: RetentionFormProps) {
  const [refused, send, sending] = useActionState(deletePastTime, null);
  return (
    <form action={send} className={styles.form}>
      <p role="alert" className={refused ? "notice notice-caution" : undefined}>
        {refused}
      </p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.say}>{say}</p>
      <button className={`btn ${styles.delete}`} aria-disabled={sending || undefined}>
        {label}
      </button>
    </form>
  );
}
