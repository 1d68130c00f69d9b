"use client";

import { useLinkStatus } from "next/link";
import styles from "./pending-words.module.css";

/** Words within a link, while the page that it leads to is being made. */
export function PendingLink({ words }: { words: string }) {
  const { pending } = useLinkStatus();
  return (
    <span role="status" className={styles.words}>
      {pending && ` ${words}`}
    </span>
  );
}
