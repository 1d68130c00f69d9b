import type { ReactNode } from "react";
import styles from "./opening.module.css";

/** The head of a reader's page: whose report, what this page is, and what follows from it. */
export function Opening({ kicker, title, children }: { kicker?: string; title: string; children?: ReactNode }) {
  return (
    <div className={styles.opening}>
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1>{title}</h1>
      {children}
    </div>
  );
}
