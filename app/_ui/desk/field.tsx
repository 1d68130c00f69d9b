import styles from "./field.module.css";

export interface FieldProps {
  /** Both the field's name and its id, to which an error summary links. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** "Error: " for those who do not see the red rule. */
  readonly errorPrefix: string;
  readonly type: "text" | "email" | "password" | "url" | "date" | "datetime-local" | "number";
  /** How many lines to show, where it may be more than one. */
  readonly rows?: number;
  /** The language of what is typed, where it is not the page's. */
  readonly lang?: string;
  readonly autoComplete: string;
  readonly defaultValue?: string | undefined;
}

/** A line of text to type, or several, with its label, hint and error tied to it. */
export function Field({ name, label, hint, error, errorPrefix, type, rows, ...rest }: FieldProps) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  const shared = {
    ...rest,
    id: name,
    name,
    spellCheck: false,
    autoCapitalize: "none",
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy || undefined,
  };
  return (
    <div className={error ? styles.wrong : styles.field}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
      {rows ? (
        <textarea className="area" rows={rows} {...shared} />
      ) : (
        <input className="input" type={type} {...shared} />
      )}
    </div>
  );
}
