import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { EntryContent } from "./entry-content";
import { EntryField } from "./entry-field";
import { SheetNumber } from "./sheet-number";
import styles from "./entry-fields.module.css";
import type { Typed } from "./entry-state";
import { ErrorText, type Given } from "./error-text";

interface EntryFieldsProps {
  readonly content: EntryContent;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** How the answer came, and its items. */
export function EntryFields({ content, typed, errors }: EntryFieldsProps) {
  const { words, items, optional } = content;
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const given = { typed, errorOf, words };
  return (
    <>
      <fieldset className={styles.head} aria-describedby="head-kept">
        <legend>{words.head}</legend>
        {content.batch ? (
          <SheetNumber batch={content.batch} {...given} />
        ) : (
          <>
            <Pick name="channel" label={words.channel} options={content.channels} {...given} />
            <ReceivedOn {...given} />
          </>
        )}
        <Pick name="locale" label={words.language} options={content.languages} {...given} />
        <p id="head-kept">{words.headKept}</p>
      </fieldset>
      <div data-answers>
        <h2 className={styles.title}>{words.answers}</h2>
        {items.map((item) => (
          <EntryField key={item.key} item={item} {...given} />
        ))}
        {optional.length > 0 && <h2 className={styles.title}>{words.optional}</h2>}
        {optional.map((item) => (
          <EntryField key={item.key} item={item} {...given} />
        ))}
      </div>
    </>
  );
}

function ReceivedOn({ typed, errorOf, words }: Given) {
  return (
    <div data-item="received_on">
      <label htmlFor="received_on">{words.receivedOn}</label>
      <input
        className="input"
        type="date"
        id="received_on"
        name="received_on"
        defaultValue={String(typed.received_on ?? "")}
        aria-invalid={errorOf("received_on") ? true : undefined}
        aria-describedby={errorOf("received_on") ? "received_on-error" : undefined}
      />
      <ErrorText id="received_on-error" message={errorOf("received_on")} />
    </div>
  );
}

type PickProps = Given & { name: string; label: string; options: EntryContent["channels"] };

function Pick({ name, label, options, typed, errorOf }: PickProps) {
  return (
    <div data-item={name}>
      <label htmlFor={name}>{label}</label>
      <select className="select" id={name} name={name} defaultValue={String(typed[name] ?? "")}>
        {options.map(({ value, label: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      <ErrorText id={`${name}-error`} message={errorOf(name)} />
    </div>
  );
}
