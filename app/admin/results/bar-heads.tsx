import type { DivergingScale } from "@/lib/charts/diverging";
import { translator } from "@/lib/messages/translator";
import styles from "./bar-row.module.css";
import type { BarWords } from "./bar-words";

interface BarHeadsProps {
  readonly scale: DivergingScale;
  readonly words: BarWords;
  readonly neutral: string;
}

/** What lies on which side, above the bars; each row says it in words of its own. */
export function BarHeads({ scale, words, neutral }: BarHeadsProps) {
  const t = translator(words.locale, "results");
  return (
    <div className={`${styles.row} ${styles.heads}`} aria-hidden="true">
      <p className={styles.text} />
      <p className={styles.years} />
      <svg className={styles.bars} height="18">
        <text x={`${scale.zero - 0.8}%`} y="14" textAnchor="end">
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
