import field from "@/app/_ui/desk/field.module.css";
import styles from "./match.module.css";

interface MatchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What stands first, for nothing chosen. */
  readonly none?: string;
  readonly defaultValue: string;
  readonly error: string | undefined;
  /** What to look at before it is sent; it can be. */
  readonly caution?: string | undefined;
  readonly errorPrefix: string;
}

/** What something is matched with: its label at the left of a choice, where there is room. */
export function MatchField({ name, label, options, none, defaultValue, error, caution, errorPrefix }: MatchFieldProps) {
  const described = [error && `${name}-error`, caution && `${name}-caution`].filter(Boolean).join(" ");
  return (
    <div className={error ? `${styles.match} ${styles.wrong}` : styles.match}>
      <label htmlFor={name}>{label}</label>
      <div>
        {error && (
          <p id={`${name}-error`} className={field.error}>
            <span className="vh">{errorPrefix}</span>
            {error}
          </p>
        )}
        <select
          className="select"
          id={name}
          name={name}
          defaultValue={defaultValue}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        {caution && (
          <p id={`${name}-caution`} className={styles.caution}>
            {caution}
          </p>
        )}
      </div>
    </div>
  );
}
