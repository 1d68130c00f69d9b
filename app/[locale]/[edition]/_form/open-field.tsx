import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { countCharacters } from "@/lib/survey/text";
import { FieldError } from "./field-error";
import { fill } from "./fill";
import type { FormContent, ItemContent } from "./form-content";
import styles from "./open-field.module.css";

/** From here on the counter is spoken: before, it would interrupt at every character. */
const SPEAK_FROM = 0.95;
const TALLEST_PX = 400;

/** One open question: a text field that grows with what is written and counts it, and never cuts what is pasted. */
export function OpenField({
  item,
  content,
  typed,
  error,
  isSending,
}: {
  item: ItemContent & { kind: "open" };
  content: Pick<FormContent, "words" | "locale">;
  typed: string | undefined;
  error: string | undefined;
  /** What is typed now would come too late. */
  isSending: boolean;
}) {
  const { key, number, text, hint, maxLength } = item;
  const area = useRef<HTMLTextAreaElement>(null);
  const [stood] = useState(() => cameWithPage(key));
  // As on the server, or React would make the whole form anew, without its ticks; `measure` corrects it.
  const [length, setLength] = useState(countCharacters(typed ?? ""));
  const measure = () => {
    if (!area.current) return;
    setLength(countCharacters(area.current.value));
    grow(area.current);
  };
  // What was typed before the script arrived stands in the page, not in React.
  useEffect(measure, []);
  // Where a translator or an extension had altered the page, React makes the form anew.
  useLayoutEffect(() => {
    if (stood && area.current && area.current !== stood) area.current.value = stood.value;
  }, [stood]);
  const described = [`${key}-count`, error ? `${key}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={error ? `${styles.field} wrong` : styles.field}>
      <label className="question" htmlFor={key}>
        <span className="question-number num">{number}</span>
        {text}
        {hint && <span className="question-hint"> {hint}</span>}
      </label>
      <FieldError id={`${key}-error`} message={error} prefix={content.words.errorPrefix} />
      <textarea
        className={`area ${styles.area}`}
        id={key}
        name={key}
        rows={4}
        defaultValue={stood ? undefined : typed}
        readOnly={isSending}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={measure}
        ref={area}
      />
      <p
        className={length > maxLength ? `${styles.count} ${styles.over} num` : `${styles.count} num`}
        id={`${key}-count`}
        aria-live={length >= maxLength * SPEAK_FROM ? "polite" : "off"}
      >
        {counter(content, length, maxLength)}
      </p>
    </div>
  );
}

/**
 * The field that came with the page; null on the server, which has none. What stands in it then counts as typed in, which no
 * default changes, and React gets none: it sets a field to one that equals the text that came, over what is typed meanwhile.
 */
function cameWithPage(id: string): HTMLTextAreaElement | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart, selectionEnd } = field;
  if (value !== "" && value === field.defaultValue) {
    field.value = value;
    // Older browsers put the caret behind the same text too.
    if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
  }
  return field;
}

function counter({ words, locale }: Pick<FormContent, "words" | "locale">, n: number, max: number): string {
  if (n === 0) return fill(words.limit, { max }, locale);
  return fill(n > max ? words.countOver : words.count, { n, max, excess: n - max }, locale);
}

function grow(area: HTMLTextAreaElement): void {
  if (area.scrollHeight <= area.clientHeight) return;
  area.style.height = `${Math.min(area.scrollHeight + 2, TALLEST_PX)}px`;
}
