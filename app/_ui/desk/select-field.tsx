import styles from "./field.module.css";

/** One of the choices of a select, by what is sent and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: readonly Choice[];
  readonly defaultValue?: string | undefined;
}

/** A choice of one among a few, with its label and hint tied to it. */
export function SelectField({ name, label, hint, choices, defaultValue }: SelectFieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <select
        className={`select ${styles.choice}`}
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={hint ? `${name}-hint` : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
