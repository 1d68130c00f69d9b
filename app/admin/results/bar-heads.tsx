import type { DivergingScale } from "@/lib/charts/diverging";
import { widthOf } from "@/lib/charts/wrapped";
import { translator } from "@/lib/messages/translator";
import styles from "./bar-row.module.css";
import type { BarWords } from "./bar-words";

interface BarHeadsProps {
  readonly scale: DivergingScale;
  readonly words: BarWords;
  readonly neutral: string;
}

/** On a telephone: the room before the bars, how wide they are, and the size of their words, in pixels. */
const NARROW = { before: 56, bars: 280, type: 13 };

/** What lies on which side, above the bars; each row says it in words of its own. */
export function BarHeads({ scale, words, neutral }: BarHeadsProps) {
  const t = translator(words.locale, "results");
  const isLong = widthOf(t("bars.bottom")) > (NARROW.before + (NARROW.bars * scale.zero) / 100) / NARROW.type;
  return (
    <div className={`${styles.row} ${styles.heads}`} aria-hidden="true">
      <p className={styles.text} />
      <p className={styles.years} />
      <svg className={styles.bars} height="18">
        <text className={isLong ? styles.roomy : undefined} x={`${scale.zero - 0.8}%`} y="14" textAnchor="end">
          {t("bars.bottom")}
        </text>
        <text x={`${scale.zero + 0.8}%`} y="14">
          {t("bars.top")}
        </text>
        <text x={`${scale.neutralZero}%`} y="14">
          {neutral}
        </text>
      </svg>
      <div className={styles.figures}>
        {t("bars.figure", { best: words.score(5), good: words.score(4) })}
        <span className={`num ${styles.ends}`}>
          <span>0</span>
          <span>100%</span>
        </span>
      </div>
    </div>
  );
}
