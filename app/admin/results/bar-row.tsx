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

/** One item: its wording, this year's and last year's bars where ten answered, and its figures in words. */
export function BarRow({ row, scale, words }: { row: RatingRow; scale: DivergingScale; words: BarWords }) {
  const { thisYear, lastYear } = row;
  const { topTwoShare, topTwoInterval: interval } = row.result;
  const drawnLast = lastYear?.shares ? lastYear : null;
  return (
    <li className={styles.row}>
      <p className={styles.text}>
        {row.text}
        <span className={`num ${styles.base}`}>{row.base}</span>
      </p>
      <p className={`num ${styles.years}`} aria-hidden="true">
        <b>{thisYear.year}</b>
        {drawnLast?.year}
      </p>
      <div>
        {!thisYear.shares && <p className={`num ${styles.few}`}>{thisYear.fraction && words.counts(thisYear)}</p>}
        {(thisYear.shares || drawnLast) && <Bars {...{ row, scale, words, drawnLast }} />}
      </div>
      <div className={`num ${styles.figures}`}>
        <b>{thisYear.figure || thisYear.fraction}</b>
        {thisYear.figure && thisYear.fraction}
        {interval && <IntervalLine share={(topTwoShare ?? 0) / 100} interval={interval} locale={words.locale} />}
        {lastYear && <span className={styles.was}>{words.lastFigure(lastYear)}</span>}
        {row.change && <span className={styles.change}>{row.change}</span>}
      </div>
    </li>
  );
}

interface BarsProps {
  readonly row: RatingRow;
  readonly scale: DivergingScale;
  readonly words: BarWords;
  readonly drawnLast: ChartYear | null;
}

function Bars({ row, scale, words, drawnLast }: BarsProps) {
  const from = row.thisYear.shares ? THICK + BETWEEN : 0;
  const end = drawnLast ? from + THIN : THICK;
  return (
    <svg className={styles.bars} height={end} role="img" aria-label={spokenCounts(row, words)}>
      <Bar year={row.thisYear} y={0} height={THICK} scale={scale} isLabelled />
      {drawnLast && <Bar year={drawnLast} y={from} height={THIN} scale={scale} />}
      {[scale.zero, scale.neutralZero].map((x) => (
        <line key={x} className={styles.zero} x1={`${x}%`} x2={`${x}%`} y1={-4} y2={end + 4} />
      ))}
    </svg>
  );
}

interface BarProps {
  readonly year: ChartYear;
  readonly y: number;
  readonly height: number;
  readonly scale: DivergingScale;
  readonly isLabelled?: boolean;
}

function Bar({ year: { counts, shares }, y, height, scale, isLabelled = false }: BarProps) {
  if (!shares) return null;
  return segmentsOf(counts, scale).map(({ score, x, width }) => {
    const share = isLabelled ? shares[score] : 0;
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
