import type { EditorContent } from "./editor-content";
import { ChoiceGroup, type EditorAnswers, TextPair } from "./editor-fields";
import styles from "./editor-form.module.css";

interface AddItemProps {
  readonly place: number;
  readonly legend: string;
  readonly words: EditorContent["words"];
  readonly isUnderWay: boolean;
  readonly answers: EditorAnswers;
}

/** A new item at the end of a section, folded until somebody wants one. Once answers may be there, open ones alone. */
export function AddItem({ place, legend, words, isUnderWay, answers }: AddItemProps) {
  const stem = `new.${place}`;
  const isOpen = [`${stem}.zh-CN`, `${stem}.en`].some((name) => answers.errorOf(name) ?? answers.valueOf(name));
  const kinds = isUnderWay ? (["open"] as const) : (["rating", "open"] as const);
  const options = kinds.map((kind) => ({ name: `${stem}.kind`, value: kind, label: words[kind] }));
  const chosen = {
    ...answers,
    valueOf: (name: string) => answers.valueOf(name) ?? kinds[place > 0 ? kinds.length - 1 : 0],
  };
  return (
    <details className={styles.add} open={isOpen}>
      <summary>{legend}</summary>
      <ChoiceGroup type="radio" legend={words.kind} options={options} answers={chosen} />
      {isUnderWay && <p className={styles.trend}>{words.addFrozen}</p>}
      <TextPair text={{ place: stem, labels: { "zh-CN": words.newZh, en: words.newEn }, lines: 3 }} answers={answers} />
      <p className={styles.acts}>
        <button className="btn btn-2" name="act" value={`add:${place}`}>
          {words.add}
        </button>
      </p>
    </details>
  );
}
