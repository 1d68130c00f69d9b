import type { ReactNode } from "react";
import styles from "./fine-print.module.css";

/** What stands small below a form or a table: sources, rules, whom to ask. */
export function FinePrint({ children }: { children: ReactNode }) {
  return <div className={styles.fine}>{children}</div>;
}
