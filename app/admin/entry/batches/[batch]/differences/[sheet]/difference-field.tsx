import type { Typed } from "@/app/admin/entry/entry-state";
import type { TextPiece } from "@/lib/survey/text-difference";
import { CorrectedValue } from "./corrected-value";
import type { DifferingItem } from "./difference-content";
import styles from "./difference.module.css";

export type DifferenceWords = Readonly<Record<"first" | "second" | "corrected" | "missing" | "prefix", string>>;

interface DifferenceFieldProps extends DifferingItem {
  readonly typed: Typed;
  readonly error: string | undefined;
  readonly words: DifferenceWords;
}

/** One item with what its two keyings say, and the choice between them and a third. */
export function DifferenceField({ item, first, second, value, typed, error, words }: DifferenceFieldProps) {
  const name = `choice.${item.key}`;
  const chosen = typed[name];
  const radio = (choice: string, id: string) => (
    <input type="radio" id={id} name={name} value={choice} defaultChecked={chosen === choice} />
  );
  const corrected = `corrected.${item.key}`;
  return (
    <fieldset
      className={error ? styles.wrong : styles.item}
      aria-describedby={error ? `${item.key}-error` : undefined}
      key={String(chosen)}
    >
      <legend>
        <span className="num">{item.number}</span> {item.text}
      </legend>
      {error && (
        <p id={`${item.key}-error`} className={styles.error}>
          <span className="vh">{words.prefix}</span>
          {error}
        </p>
      )}
      <p className={styles.keying}>
        {radio("first", item.key)}
        <label htmlFor={item.key}>
          <span className={styles.whose}>{words.first}</span>
          <Pieces pieces={first} />
        </label>
      </p>
      <p className={styles.keying}>
        {radio("second", `${item.key}-second`)}
        <label htmlFor={`${item.key}-second`}>
          <span className={styles.whose}>{words.second}</span>
          <Pieces pieces={second} />
        </label>
      </p>
      <div className={styles.keying}>
        {radio("corrected", `${item.key}-corrected`)}
        <div>
          <label htmlFor={`${item.key}-corrected`} className={styles.whose}>
            {words.corrected}
          </label>
          <CorrectedValue item={item} name={corrected} value={typed[corrected] ?? value} words={words} />
        </div>
      </div>
    </fieldset>
  );
}

/** A text in which the characters that only this keying has are marked. */
function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return (
    <bdi className={styles.said}>
      {/* Two pieces may say the same: only their places differ, and they never move. */}
      {pieces.map(({ text, same }, place) => (same ? text : <mark key={place}>{text}</mark>))}
    </bdi>
  );
}
