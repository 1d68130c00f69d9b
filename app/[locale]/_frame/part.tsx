import type { ReactNode } from "react";
import styles from "./part.module.css";

/** A titled part of a page, opened by a rule of ink; wide, its title stands in the margin as on a printed form. */
export function Part({
  title,
  hint,
  progress,
  children,
}: {
  title: string;
  hint?: string;
  progress?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {hint ? <p>{hint}</p> : null}
        {progress ? <p className="num noprint">{progress}</p> : null}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
