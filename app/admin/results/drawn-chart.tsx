import styles from "./drawn-chart.module.css";

/** A chart of lib/charts within the page. Its text is escaped where it is drawn (test/lib/charts.test.ts). */
export function DrawnChart({ svg }: { svg: string }) {
  // oxlint-disable-next-line react/no-danger -- The only picture that is not ours to draw element by element.
  return <div className={styles.chart} dangerouslySetInnerHTML={{ __html: svg }} />;
}
