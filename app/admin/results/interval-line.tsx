import type { Interval } from "@/lib/analysis/interval";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./interval-line.module.css";

const percent = (part: number) => `${Math.round(1000 * part) / 10}%`;

interface IntervalLineProps {
  /** 0–1. */
  readonly share: number;
  readonly interval: Interval;
  readonly locale: Locale;
}

/** What the number of answers alone leaves open, as a thin line on a rail from 0 to 100%. Never in what leaves the page. */
export function IntervalLine({ share, interval: { low, high }, locale }: IntervalLineProps) {
  const label = translator(locale, "results")("bars.intervalSpoken", {
    low: Math.round(100 * low),
    high: Math.round(100 * high),
  });
  return (
    <svg className={styles.rail} role="img" aria-label={label}>
      <line className={styles.all} x1="0" x2="100%" y1="4" y2="4" />
      <line className={styles.part} x1={percent(low)} x2={percent(high)} y1="4" y2="4" />
      <circle className={styles.point} cx={percent(share)} cy="4" r="4" />
    </svg>
  );
}
