import styles from "./field.module.css";

interface FieldProps {
  /** Both the field's name and its id, to which an error summary links. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** "Error: " for those who do not see the red rule. */
  readonly errorPrefix: string;
  readonly type: "text" | "email" | "password";
  readonly autoComplete: string;
  readonly defaultValue?: string | undefined;
}

/** A line of text to type, with its label, hint and error tied to it. */
export function Field({ name, label, hint, error, errorPrefix, type, autoComplete, defaultValue }: FieldProps) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
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
      <input
        className="input"
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  );
}
