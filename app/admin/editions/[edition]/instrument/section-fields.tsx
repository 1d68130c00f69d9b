import type { EditedSection, EditorContent } from "./editor-content";
import { ChoiceGroup, type EditorAnswers, TextPair } from "./editor-fields";
import styles from "./editor-form.module.css";

interface SectionActsProps extends Pick<EditedSection, "place" | "heading" | "acts"> {
  readonly words: EditorContent["words"];
}

/** What can be done to a whole section. */
export function SectionActs({ place, heading, acts, words }: SectionActsProps) {
  if (acts.length === 0) return null;
  return (
    <p className={`${styles.acts} ${styles.sectionActs}`}>
      {acts.map((act) => (
        <button key={act} className="lnk" name="act" value={`${act}:${place}`}>
          {words[act]}
          <span className="vh"> {heading}</span>
        </button>
      ))}
    </p>
  );
}

interface AddSectionProps {
  readonly texts: EditorContent["newSection"];
  readonly words: EditorContent["words"];
  readonly isUnderWay: boolean;
  readonly answers: EditorAnswers;
}

/** A new section at the end with its first item, folded until somebody wants one. */
export function AddSection({ texts, words, isUnderWay, answers }: AddSectionProps) {
  const names = texts.flatMap(({ place }) => [`${place}.zh-CN`, `${place}.en`]);
  const isOpen = names.some((name) => answers.errorOf(name) ?? answers.valueOf(name));
  const kinds = isUnderWay ? (["open"] as const) : (["rating", "open"] as const);
  const options = kinds.map((kind) => ({ name: "newSection.kind", value: kind, label: words[kind] }));
  const chosen = { ...answers, valueOf: (name: string) => answers.valueOf(name) ?? "open" };
  return (
    <details className={styles.add} id="new-section" open={isOpen}>
      <summary>{words.addSection}</summary>
      <p className={styles.trend}>{words.addSectionSay}</p>
      {texts.map((text) => (
        <TextPair key={text.place} text={text} answers={answers} />
      ))}
      <ChoiceGroup type="radio" legend={words.kind} options={options} answers={chosen} />
      {isUnderWay && <p className={styles.trend}>{words.addFrozen}</p>}
      <p className={styles.acts}>
        <button className="btn btn-2" name="act" value="add-section">
          {words.addSection}
        </button>
      </p>
    </details>
  );
}
