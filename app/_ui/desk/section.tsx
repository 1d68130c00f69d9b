import type { ReactNode } from "react";
import styles from "./section.module.css";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** One sentence below the title: how to read what follows. */
  readonly say?: string | undefined;
  readonly children?: ReactNode;
}

/** A section of a department page, opened by an ink rule. */
export function Section({ id, title, say, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {say && <p className={styles.say}>{say}</p>}
      {children}
    </section>
  );
}
