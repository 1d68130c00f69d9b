import type { EntryContent } from "./entry-content";
import styles from "./error-text.module.css";
import type { Typed } from "./entry-state";

/** What every field is given: what was typed, what is wrong, and the words. */
export interface Given {
  readonly typed: Typed;
  readonly errorOf: (name: string) => string | undefined;
  readonly words: EntryContent["words"];
}

/** What is wrong with a field, beside it. */
export function ErrorText({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <span id={id} className={styles.error}>
      {message}
    </span>
  );
}
