import { useRef } from "react";
import { clearChoice } from "./clear-choice";
import type { FormContent, ItemContent } from "./form-content";
import { FieldError } from "./field-error";
import styles from "./rating-field.module.css";
import { RatingScale } from "./rating-scale";

/** One rating: a fieldset with its question and its scale. */
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
      <RatingScale {...{ item, content, chosen }} onClear={() => clearChoice(field.current)} />
    </fieldset>
  );
}
