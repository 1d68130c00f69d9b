import styles from "./drawn-chart.module.css";

/** A chart of lib/charts within the page, in a region of its own that scrolls where it is narrow. Its text is escaped where it is drawn (test/lib/charts.test.ts). */
export function DrawnChart({ svg, name }: { svg: string; name: string }) {
  const inner = { __html: svg };
  return (
    <div
      className={styles.chart}
      role="region"
      aria-label={name}
      tabIndex={0}
      // oxlint-disable-next-line react/no-danger -- The only picture that is not ours to draw element by element.
      dangerouslySetInnerHTML={inner}
    />
  );
}
