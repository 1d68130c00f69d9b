"use client";

import { useFormStatus } from "react-dom";
import styles from "./pending-words.module.css";

/** Words beside the button of a form that asks, while the answer is being made. */
export function PendingWords({ words }: { words: string }) {
  const { pending } = useFormStatus();
  return (
    <span role="status" className={styles.words}>
      {pending && words}
    </span>
  );
}
