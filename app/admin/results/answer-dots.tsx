import { dotsOf } from "@/lib/charts/dots";
import type { Score } from "@/lib/survey/scale";
import styles from "./answer-dots.module.css";

interface AnswerDotsProps {
  readonly count: number;
  /** Blanks have a count and no dots. */
  readonly score?: Score;
  /** Last year's answers are rings. */
  readonly isLast?: boolean;
}

const COLOUR: Record<Score, string | undefined> = {
  5: styles.s5,
  4: styles.s4,
  3: styles.s3,
  2: styles.s2,
  1: styles.s1,
};
const STEP = 13;

/** A count with each answer as a dot behind it. */
export function AnswerDots({ count, score, isLast = false }: AnswerDotsProps) {
  const dots = score ? dotsOf(count) : 0;
  const colour = score && COLOUR[score];
  return (
    <span className={isLast ? `${styles.cell} ${styles.last}` : styles.cell}>
      <span className={`num ${count > 0 && !isLast ? styles.count : styles.none}`}>{count}</span>
      {dots > 0 && (
        <svg className={styles.dots} width={dots * STEP} height="16" aria-hidden="true" focusable="false">
          {Array.from({ length: dots }, (_, place) => (
            <circle
              key={place}
              className={isLast ? `${colour} ${styles.ring}` : colour}
              cx={6 + place * STEP}
              cy="8"
              r={isLast ? 4.5 : 5.5}
            />
          ))}
        </svg>
      )}
    </span>
  );
}
