import type { ReactNode } from "react";
import styles from "./narrow.module.css";

/** A form within a page of the desk: no wider than its words are comfortable to read. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={styles.narrow}>{children}</div>;
}
