import type { EntryContent } from "./entry-content";
import styles from "./sheet-number.module.css";
import { ErrorText, type Given } from "./error-text";

/** Which sheet of a batch is typed: the next one, unless somebody says another. */
export function SheetNumber({ batch, typed, errorOf, words }: Given & { batch: NonNullable<EntryContent["batch"]> }) {
  const error = errorOf("sheet");
  return (
    <div data-item="sheet">
      <input type="hidden" name="batch" value={batch.id} />
      <label htmlFor="sheet">{words.sheet}</label>
      <span className={styles.sheet}>
        <input
          className="input num"
          inputMode="numeric"
          id="sheet"
          name="sheet"
          defaultValue={String(typed.sheet ?? "")}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "sheet-of sheet-error" : "sheet-of"}
        />
        <span id="sheet-of" className="num">
          {batch.of}
        </span>
      </span>
      <ErrorText id="sheet-error" message={error} />
    </div>
  );
}
