import { TRAP_FIELD } from "@/lib/survey/suspicion";
import styles from "./empty-field.module.css";

/** A field for programs: out of sight, out of the tab order and unspoken, so that no reader fills it in. */
export function EmptyField({ label }: { label: string }) {
  return (
    <p className={`noprint ${styles.away}`} aria-hidden="true">
      <label>
        {label}
        <input type="text" name={TRAP_FIELD} autoComplete="off" tabIndex={-1} />
      </label>
    </p>
  );
}
