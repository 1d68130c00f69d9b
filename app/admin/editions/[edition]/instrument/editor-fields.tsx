import type { EditedText } from "./editor-content";
import styles from "./editor-form.module.css";

/** What stands in the editor's fields, and what is wrong with it. */
export interface EditorAnswers {
  readonly valueOf: (name: string) => string | undefined;
  readonly errorOf: (name: string) => string | undefined;
  readonly errorPrefix: string;
}

interface TextPairProps {
  readonly text: Pick<EditedText, "place" | "labels" | "lines">;
  readonly answers: EditorAnswers;
  /** Shown and sent as it stands. */
  readonly isFixed?: boolean;
}

/** A text in both languages, side by side where there is room. */
export function TextPair({ text: { place, labels, lines }, answers, isFixed }: TextPairProps) {
  return (
    <div className={styles.pair}>
      {Object.entries(labels).map(([locale, label]) => {
        const name = `${place}.${locale}`;
        const error = answers.errorOf(name);
        const field = {
          id: name,
          name,
          lang: locale,
          defaultValue: answers.valueOf(name),
          readOnly: isFixed,
          autoComplete: "off",
          "aria-invalid": error ? true : undefined,
          "aria-describedby": error ? `${name}-error` : undefined,
        } as const;
        return (
          <div key={locale} className={error ? styles.wrong : undefined}>
            <label htmlFor={name}>{label}</label>
            <EditorError id={`${name}-error`} message={error} prefix={answers.errorPrefix} />
            {lines > 1 ? (
              <textarea className={`area ${styles.area}`} rows={lines} {...field} />
            ) : (
              <input className="input" type="text" {...field} />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface ChoiceGroupProps {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly type: "radio" | "checkbox";
  readonly options: readonly { readonly name: string; readonly value: string; readonly label: string }[];
  readonly answers: EditorAnswers;
}

/** Native radios or checkboxes in a line that wraps, each with its word. The first one's field bears the message. */
export function ChoiceGroup({ legend, isLegendHidden, type, options, answers }: ChoiceGroupProps) {
  const name = options[0]?.name ?? "";
  const error = answers.errorOf(name);
  return (
    <fieldset
      id={type === "radio" ? name : undefined}
      className={error ? `${styles.choices} ${styles.wrong}` : styles.choices}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className={isLegendHidden ? "vh" : undefined}>{legend}</legend>
      <EditorError id={`${name}-error`} message={error} prefix={answers.errorPrefix} />
      {options.map((option) => (
        <label key={`${option.name} ${option.value}`} id={type === "checkbox" ? option.name : undefined}>
          <input
            type={type}
            name={option.name}
            value={option.value}
            defaultChecked={(answers.valueOf(option.name) ?? "") === option.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function EditorError({ id, message, prefix }: { id: string; message: string | undefined; prefix: string }) {
  if (!message) return null;
  return (
    <p id={id} className={styles.error}>
      <span className="vh">{prefix}</span>
      {message}
    </p>
  );
}
