import { Fragment, type ReactNode } from "react";
import styles from "./table.module.css";

/** A column's head: numbers stand at the right, below their heads. */
export interface Column {
  readonly head: string;
  readonly numeric?: boolean;
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** On a phone each row is a card, its cells below one another: for rows of words, not of figures. */
  readonly isCards?: boolean;
  readonly children: ReactNode;
}

/** So many columns fit a phone. */
const FEW_COLUMNS = 3;

/** A table that scrolls sideways in a focusable region of its own where it is too wide; its first column stays. */
export function Table({ caption, columns, isCards = false, children }: TableProps) {
  const kinds = [styles.table, columns.length <= FEW_COLUMNS && styles.few, isCards && styles.cards];
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={kinds.filter(Boolean).join(" ")}>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map(({ head, numeric }, place) => (
              <th key={place} scope="col" className={numeric ? styles.right : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What stands in a cell's second line, smaller. */
export function SecondLine({ children }: { children: ReactNode }) {
  return <span className={styles.second}>{children}</span>;
}

/** What is said in the place of a table without rows. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className={styles.none}>{children}</p>;
}

interface FigureProps {
  readonly children: ReactNode;
  /** What it rests on, in a second line. */
  readonly base?: ReactNode;
  readonly strong?: boolean;
  /** Set off from the words before it, which it would seem to count. */
  readonly isApart?: boolean;
}

/** A figure in a table. */
export function Figure({ children, base, strong, isApart }: FigureProps) {
  const kinds = [styles.right, strong && styles.strong, isApart && styles.apart];
  return (
    <td className={kinds.filter(Boolean).join(" ")}>
      {children}
      {base !== undefined && base !== null && <span className={styles.base}>{breakable(base)}</span>}
    </td>
  );
}

/** `614,141/941,205` may end a line after its slash; `340/481` may not. */
function breakable(base: ReactNode): ReactNode {
  if (typeof base !== "string" || !/\d,\d/.test(base)) return base;
  const [first, ...others] = base.split("/");
  return [first, ...others.map((part, place) => <Fragment key={place}>{["/", <wbr key="end" />, part]}</Fragment>)];
}
