import type { Locale } from "@/lib/locale";
import type { Instrument, Item } from "@/lib/survey/instrument";
import { PrintedChoices } from "./printed-choices";
import styles from "./printed-form.module.css";

/** One item on paper, whatever its kind: boxes to tick or a box to write in. */
export function PrintedItem({
  item,
  number,
  scale,
  locale,
}: {
  item: Item;
  number: number;
  scale: Instrument["scale"];
  locale: Locale;
}) {
  return (
    <div className={styles.item}>
      <p className={`question ${styles.question}`}>
        <span className="question-number num">{number}</span>
        {item.text[locale]}
        {item.hint && <span className="question-hint"> {item.hint[locale]}</span>}
      </p>
      {item.kind === "rating" ? (
        <PrintedChoices options={scale.map(({ label }) => label[locale])} />
      ) : (
        <div className={styles.box} />
      )}
    </div>
  );
}
