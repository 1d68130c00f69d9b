import type { ChartYear } from "@/lib/charts/chart-content";
import { type DivergingScale, SMALLEST_LABELLED, segmentsOf } from "@/lib/charts/diverging";
import type { RatingRow } from "@/lib/charts/rating-rows";
import type { Score } from "@/lib/survey/scale";
import styles from "./bar-row.module.css";
import { IntervalLine } from "./interval-line";
import { type BarWords, spokenCounts } from "./bar-words";

const FILL: Record<Score, string | undefined> = {
  5: styles.f5,
  4: styles.f4,
  3: styles.f3,
  2: styles.f2,
  1: styles.f1,
};
const ON: Record<Score, string | undefined> = { 5: styles.t5, 4: styles.t4, 3: styles.t3, 2: styles.t2, 1: styles.t1 };
/** On a narrow screen only wider segments carry their percentage. */
const LABELLED_WHEN_NARROW = 15;
const [THICK, BETWEEN, THIN] = [28, 5, 14] as const;

/** One item: its wording, this year's and last year's bars, and its figures in words. */
export function BarRow({ row, scale, words }: { row: RatingRow; scale: DivergingScale; words: BarWords }) {
  const { thisYear, lastYear } = row;
  const { topTwo, base, topTwoInterval: interval } = row.result;
  const end = THICK + (lastYear ? BETWEEN + THIN : 0);
  return (
    <li className={styles.row}>
      <p className={styles.text}>
        {row.text}
        <span className={`num ${styles.base}`}>{row.base}</span>
      </p>
      <p className={`num ${styles.years}`} aria-hidden="true">
        <b>{thisYear.year}</b>
        {lastYear?.year}
      </p>
      <svg className={styles.bars} height={end} role="img" aria-label={spokenCounts(row, words)}>
        <Bar year={thisYear} y={0} height={THICK} scale={scale} />
        {lastYear && <Bar year={{ ...lastYear, shares: null }} y={THICK + BETWEEN} height={THIN} scale={scale} />}
        {[scale.zero, scale.neutralZero].map((x) => (
          <line key={x} className={styles.zero} x1={`${x}%`} x2={`${x}%`} y1={-4} y2={end + 4} />
        ))}
      </svg>
      <div className={`num ${styles.figures}`}>
        <b>{thisYear.figure || thisYear.fraction}</b>
        {thisYear.figure && thisYear.fraction}
        {interval && <IntervalLine share={topTwo / base} interval={interval} locale={words.locale} />}
        {lastYear && <span className={styles.was}>{words.lastFigure(lastYear)}</span>}
        {row.change && <span className={styles.change}>{row.change}</span>}
      </div>
    </li>
  );
}

interface BarProps {
  readonly year: ChartYear;
  readonly y: number;
  readonly height: number;
  readonly scale: DivergingScale;
}

function Bar({ year: { counts, shares }, y, height, scale }: BarProps) {
  return segmentsOf(counts, scale).map(({ score, x, width }) => {
    const share = shares?.[score] ?? 0;
    const narrow = share < LABELLED_WHEN_NARROW ? styles.wide : "";
    return (
      <g key={score}>
        <rect className={FILL[score]} x={`${x}%`} y={y} width={`${width}%`} height={height} />
        {share >= SMALLEST_LABELLED && (
          <text className={`${ON[score]} ${narrow}`} x={`${x + width / 2}%`} y={y + 19} textAnchor="middle">
            {share}%
          </text>
        )}
      </g>
    );
  });
}
