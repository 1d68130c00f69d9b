import type { ReactNode } from "react";
import styles from "./caution.module.css";

/** A caution above what it qualifies. */
export function Caution({ children }: { children: ReactNode }) {
  return <p className={`notice notice-caution ${styles.notice}`}>{children}</p>;
}
