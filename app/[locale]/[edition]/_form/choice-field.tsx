import { useRef } from "react";
import styles from "./choice-field.module.css";
import { ClearButton } from "./clear-button";
import { clearChoice } from "./clear-choice";
import { FieldError } from "./field-error";
import type { FormContent } from "./form-content";
import type { OptionalItem } from "./optional-content";

/** One answer of several: native radios in a list, and a button that takes the answer back. */
export function ChoiceField({
  item,
  content,
  typed,
  error,
}: {
  item: OptionalItem & { kind: "choice" };
  content: Pick<FormContent, "words" | "action" | "locale">;
  typed: string | undefined;
  error: string | undefined;
}) {
  const { key, number, text, options } = item;
  const field = useRef<HTMLFieldSetElement>(null);
  const errorId = error ? `${key}-error` : undefined;
  return (
    <fieldset
      className={error ? `${styles.field} wrong` : styles.field}
      id={key}
      aria-describedby={errorId}
      ref={field}
    >
      <legend className={`question ${styles.legend}`}>
        <span className="question-number num">{number}</span>
        {text}
      </legend>
      <FieldError id={errorId} message={error} prefix={content.words.errorPrefix} />
      <div className={styles.list}>
        {options.map(({ value, label }) => (
          <Radio key={value} {...{ name: key, value, label, isChosen: typed === value }} />
        ))}
        <ClearButton {...{ item, content }} className={styles.clear} onClear={() => clearChoice(field.current)} />
      </div>
    </fieldset>
  );
}

function Radio({ name, value, label, isChosen }: { name: string; value: string; label: string; isChosen: boolean }) {
  const id = `${name}-${value}`;
  return (
    <>
      <input className={styles.tick} type="radio" id={id} name={name} value={value} defaultChecked={isChosen} />
      <label htmlFor={id}>{label}</label>
    </>
  );
}
