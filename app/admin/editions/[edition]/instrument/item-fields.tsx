import type { EditedItem } from "./edited-item";
import type { EditorContent } from "./editor-content";
import { ChoiceGroup, type EditorAnswers, TextPair } from "./editor-fields";
import styles from "./editor-form.module.css";

interface ItemFieldsProps {
  readonly item: EditedItem;
  readonly words: EditorContent["words"];
  readonly answers: EditorAnswers;
}

/** One item: its wording, how it stands to last year, and what can be done to it. */
export function ItemFields({ item, words, answers }: ItemFieldsProps) {
  const { key, legend, keyLabel, labels, hintLabels, trend, choices, acts, name } = item;
  return (
    <fieldset className={styles.item} id={`item-${key}`}>
      <legend>
        {legend} <span className={styles.key}>{keyLabel}</span>
      </legend>
      <TextPair text={{ place: `item.${key}`, labels, lines: 3 }} answers={answers} />
      <TextPair text={{ place: `item.${key}.hint`, labels: hintLabels, lines: 1 }} answers={answers} />
      {trend && <p className={trend.isBroken ? styles.broken : styles.trend}>{trend.words}</p>}
      {choices.map((choice) => (
        <ChoiceGroup
          key={choice.name}
          type="radio"
          legend={choice.legend}
          options={choice.options.map((option) => ({ name: choice.name, ...option }))}
          answers={answers}
        />
      ))}
      {acts.length > 0 && (
        <p className={styles.acts}>
          {acts.map((act) => (
            <button key={act} className="lnk" name="act" value={`${act}:${key}`}>
              {words[act]}
              <span className="vh"> {name}</span>
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}
