import { type MouseEvent, useEffect, useRef } from "react";
import { fill } from "./fill";
import type { FormContent } from "./form-content";
import { type Refusal, countProblems } from "./refusal";
import styles from "./error-summary.module.css";

/** What is to change, above everything: takes the focus after each attempt, and each line leads to its field. */
export function ErrorSummary({
  refusal,
  content,
  attempt,
}: {
  refusal: Refusal;
  content: Pick<FormContent, "words" | "locale" | "sections" | "optional" | "title">;
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { words, locale, title } = content;
  const problems = countProblems(refusal);
  const heading = fill(words.errorsHeading[problems === 1 ? 0 : 1], { n: problems }, locale);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  useEffect(() => {
    document.title = problems > 0 ? `${heading} · ${title}` : title;
  }, [problems, heading, title]);

  if (problems === 0) return null;
  const items = numberedFields(content).filter(({ key }) => refusal.items[key]);
  return (
    <div className={`notice notice-error ${styles.summary}`} role="alert" tabIndex={-1} id="errors" ref={box}>
      <h2>{items.length > 0 ? heading : refusal.form}</h2>
      {items.length > 0 ? <p>{words.kept}</p> : null}
      {items.length > 0 ? (
        <ul>
          {refusal.form ? <li>{refusal.form}</li> : null}
          {items.map(({ key, number }) => (
            <li key={key}>
              <a href={`#${key}`} onClick={goToField}>
                {fill(words.inItem, { number, message: refusal.items[key] ?? "" }, locale)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Every field of the form with the number of its question, in order. */
function numberedFields({ sections, optional }: Pick<FormContent, "sections" | "optional">) {
  const asked = sections.flatMap((section) => section.items).map(({ key, number }) => ({ key, number }));
  const added = (optional?.items ?? []).flatMap(({ fields, number }) => fields.map((key) => ({ key, number })));
  return [...asked, ...added];
}

/** Moves to the field without a history entry: on iOS one would bring up WeChat's bottom bar. */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  const field = target.matches("textarea") ? target : target.querySelector("input");
  field?.focus({ preventScroll: true });
  // Of what is taller than the screen the question and its message are at the start.
  target.scrollIntoView({ block: target.offsetHeight > window.innerHeight ? "start" : "center" });
}
