import styles from "./outcome.module.css";

/** What came of a form that was sent: done, or why not. Nothing where neither is said. */
export function Outcome({ done, refused }: { done?: string | null; refused?: string | null }) {
  return (
    <>
      {done && (
        <p className={`notice ${styles.outcome}`} role="status">
          {done}
        </p>
      )}
      {refused && (
        <p className={`notice notice-error ${styles.outcome}`} role="alert">
          {refused}
        </p>
      )}
    </>
  );
}
