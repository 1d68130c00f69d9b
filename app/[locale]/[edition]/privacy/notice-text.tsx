import type { NoticeElement } from "./notice-elements";
import styles from "./privacy.module.css";

/** The elements one below the other, numbered as on paper, so that a reader can cite one on the phone. */
export function NoticeText({ elements }: { elements: readonly NoticeElement[] }) {
  return (
    <div className={styles.notice}>
      {elements.map(({ id, title, list, sentences }, place) => (
        <section key={id} id={id} className={styles.element}>
          <h2>
            <span className="num">{place + 1}</span>
            {title}
          </h2>
          <div>
            {list.length > 0 ? (
              <ul className={styles.list}>
                {list.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
