import type { EntryItem } from "@/app/admin/entry/entry-content";
import type { KeyedValue } from "@/lib/survey/second-keying";
import type { DifferenceWords } from "./difference-field";
import styles from "./difference.module.css";

interface CorrectedValueProps {
  readonly item: EntryItem;
  readonly name: string;
  readonly value: KeyedValue;
  readonly words: DifferenceWords;
}

/** What an item really says, where neither keying has it: a text, a choice or several. */
export function CorrectedValue({ item, name, value, words }: CorrectedValueProps) {
  const label = `${item.text} ${words.corrected}`;
  if (item.kind === "choice") {
    return (
      <select className={`select ${styles.select}`} name={name} aria-label={label} defaultValue={String(value)}>
        <option value="">{words.missing}</option>
        {item.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (item.kind !== "topics") {
    return <textarea className="area" rows={3} name={name} aria-label={label} defaultValue={String(value)} />;
  }
  return (
    <ul className={styles.topics}>
      {item.options.map((option) => (
        <li key={option.value}>
          <label>
            <input type="checkbox" name={name} value={option.value} defaultChecked={value.includes(option.value)} />
            {option.label}
          </label>
        </li>
      ))}
    </ul>
  );
}
