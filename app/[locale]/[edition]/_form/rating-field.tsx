import { useRef } from "react";
import { clearChoice } from "./clear-choice";
import type { FormContent, ItemContent } from "./form-content";
import { FieldError } from "./field-error";
import styles from "./rating-field.module.css";
import { fill } from "./fill";

const COLUMNS = [styles.c1, styles.c2, styles.c3, styles.c4, styles.c5];

/** One rating: a fieldset of native radios with their words, and a button that takes the answer back. */
export function RatingField({
  item,
  content,
  chosen,
  error,
}: {
  item: ItemContent;
  content: Pick<FormContent, "scale" | "words" | "action" | "locale">;
  chosen: string | undefined;
  error: string | undefined;
}) {
  const { key, number, text, hint } = item;
  const field = useRef<HTMLFieldSetElement>(null);
  const errorId = error ? `${key}-error` : undefined;
  return (
    <fieldset className={error ? `${styles.item} wrong` : styles.item} id={key} aria-describedby={errorId} ref={field}>
      <legend className={`question ${styles.legend}`}>
        <span className="question-number num">{number}</span>
        {text}
        {hint && <span className="question-hint"> {hint}</span>}
      </legend>
      <FieldError id={errorId} message={error} prefix={content.words.errorPrefix} />
      <div className={styles.scale}>
        {content.scale.map(({ score, label }, place) => (
          <Choice key={score} {...{ name: key, score, label, column: COLUMNS[place] ?? "", chosen }} />
        ))}
        <button
          className={`lnk ${styles.clear}`}
          type="submit"
          name="clear"
          value={key}
          formAction={`${content.action}#${key}`}
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            clearChoice(field.current);
          }}
        >
          {content.words.clear}
          <span className="vh">{fill(content.words.clearItem, { n: number }, content.locale)}</span>
        </button>
      </div>
    </fieldset>
  );
}

function Choice({
  name,
  score,
  label,
  column,
  chosen,
}: {
  name: string;
  score: number;
  label: string;
  column: string;
  chosen: string | undefined;
}) {
  const id = `${name}-${score}`;
  return (
    <>
      <input
        className={`${styles.tick} ${column}`}
        type="radio"
        id={id}
        name={name}
        value={score}
        defaultChecked={chosen === String(score)}
      />
      <label className={column} htmlFor={id}>
        {label}
      </label>
    </>
  );
}
