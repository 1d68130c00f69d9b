import styles from "./choice.module.css";

/** One of a few answers; the hint says what it means. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface ChoiceProps {
  /** The field's name; its id, to which an error summary links, is the first option's. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
  readonly errorPrefix: string;
}

/** One of a few, as radio buttons with their meaning beside them. */
export function Choice({ name, label, options, chosen, error, errorPrefix }: ChoiceProps) {
  return (
    <fieldset className={error ? styles.wrong : styles.choice} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
      {options.map(({ value, label: text, hint }, place) => {
        const id = place === 0 ? name : `${name}-${value}`;
        return (
          <p key={value} className={styles.option}>
            <input
              type="radio"
              id={id}
              name={name}
              value={value}
              defaultChecked={value === chosen}
              aria-describedby={hint ? `${id}-hint` : undefined}
            />
            <span>
              <label htmlFor={id}>{text}</label>
              {hint && (
                <span id={`${id}-hint`} className={styles.hint}>
                  {hint}
                </span>
              )}
            </span>
          </p>
        );
      })}
    </fieldset>
  );
}
