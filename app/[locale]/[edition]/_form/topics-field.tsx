import { useEffect, useRef, useState } from "react";
import checkbox from "./checkbox.module.css";
import { FieldError } from "./field-error";
import { fill } from "./fill";
import { Fold } from "./fold";
import type { FormContent } from "./form-content";
import type { Option, OptionalItem } from "./optional-content";
import styles from "./topics-field.module.css";

/** Some of many: native checkboxes by pillar, folded, since 25 rows would make the page half as long again on a phone. */
export function TopicsField({
  item: { key, number, text, most, pillars },
  content: { words, locale },
  typed = "",
  error,
}: {
  item: OptionalItem & { kind: "topics" };
  content: Pick<FormContent, "words" | "locale">;
  /** What was sent before, joined by commas. */
  typed: string | undefined;
  error: string | undefined;
}) {
  const before = typed.split(",").filter(Boolean);
  const field = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(before.length);
  const recount = () => setCount(field.current?.querySelectorAll("input:checked").length ?? 0);
  // What was ticked before the script arrived stands in the page, not in React.
  useEffect(recount, []);
  const isOver = count > most;
  const said = count === 0 ? "" : fill(isOver ? words.tooManyChosen : words.chosen, { n: count, max: most }, locale);
  const errorId = error ? `${key}-error` : undefined;
  return (
    <Fold
      id={key}
      {...{ number, text, error }}
      words={{ show: words.chooseTopics, hide: words.close }}
      status={said}
      isOpen={count > 0 || error !== undefined}
    >
      {/* React takes onChange of a checkbox from the click; a draft that is put back has only the input event. */}
      <fieldset
        className={styles.field}
        aria-labelledby={`${key}-question`}
        aria-describedby={errorId}
        onChange={recount}
        onInput={recount}
        ref={field}
      >
        <FieldError id={errorId} message={error} prefix={words.errorPrefix} />
        <div className={styles.pillars}>
          {pillars.map(({ name, options }) => (
            <fieldset key={name} className={styles.pillar}>
              <legend>{name}</legend>
              {options.map((option) => (
                <Topic key={option.value} name={key} {...option} isChosen={before.includes(option.value)} />
              ))}
            </fieldset>
          ))}
        </div>
      </fieldset>
      <p className={isOver ? `${styles.count} ${styles.over} num` : `${styles.count} num`} role="status">
        {said}
      </p>
    </Fold>
  );
}

function Topic({ name, value, label, isChosen }: Option & { name: string; isChosen: boolean }) {
  const id = `topic-${value}`;
  return (
    <div className={checkbox.choice}>
      <input className={checkbox.tick} type="checkbox" id={id} name={name} value={value} defaultChecked={isChosen} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
