import styles from "./printed-choices.module.css";

/** □ 很好 □ 较好 …: boxes to tick by hand, in a line. */
export function PrintedChoices({ options }: { options: readonly string[] }) {
  return (
    <ul className={styles.choices}>
      {options.map((option) => (
        <li key={option}>
          <span className={styles.tick} aria-hidden="true" />
          {option}
        </li>
      ))}
    </ul>
  );
}
