import { ClearButton } from "./clear-button";
import type { FormContent, ItemContent } from "./form-content";
import styles from "./rating-scale.module.css";

const COLUMNS = [styles.c1, styles.c2, styles.c3, styles.c4, styles.c5];

/** The scale of one rating: native radios with their words, and a button that takes the answer back. */
export function RatingScale({
  item,
  content,
  chosen,
  onClear,
}: {
  item: Pick<ItemContent, "key" | "number">;
  content: Pick<FormContent, "scale" | "words" | "action" | "locale">;
  chosen: string | undefined;
  onClear: () => void;
}) {
  return (
    <div className={styles.scale}>
      {content.scale.map(({ score, label }, place) => (
        <Choice key={score} {...{ name: item.key, score, label, column: COLUMNS[place] ?? "", chosen }} />
      ))}
      <ClearButton {...{ item, content, onClear }} className={styles.clear} />
    </div>
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
