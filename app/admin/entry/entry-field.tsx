import type { EntryItem } from "./entry-content";
import styles from "./entry-field.module.css";
import { ErrorText, type Given } from "./error-text";

/** One item of the entry form, whatever its kind; its options show the keys that tick them. */
export function EntryField({ item, ...given }: { item: EntryItem } & Given) {
  const error = given.errorOf(item.key);
  const question = (
    <>
      <span className={`num ${styles.number}`}>{item.number}</span>
      {item.text}
    </>
  );
  if (item.kind === "text" || item.kind === "contact") {
    return (
      <div className={error ? styles.wrong : styles.item} data-item={item.key}>
        <label className={styles.question} htmlFor={item.key}>
          {question}
        </label>
        <div className={styles.answer}>
          <TextAnswer item={item} {...given} />
          <ErrorText id={`${item.key}-error`} message={error} />
        </div>
      </div>
    );
  }
  return (
    <fieldset className={error ? styles.wrong : styles.item} data-item={item.key} id={item.key}>
      <legend className={styles.question}>{question}</legend>
      <div className={styles.answer}>
        {item.kind === "topics" && <p className={styles.hint}>{item.hint}</p>}
        <Options item={item} {...given} />
        <ErrorText id={`${item.key}-error`} message={error} />
      </div>
    </fieldset>
  );
}

function TextAnswer({ item, typed, errorOf }: { item: EntryItem & { kind: "text" | "contact" } } & Given) {
  const shared = {
    id: item.key,
    name: item.key,
    defaultValue: String(typed[item.key] ?? ""),
    "aria-invalid": errorOf(item.key) ? true : undefined,
    "aria-describedby": errorOf(item.key) ? `${item.key}-error` : undefined,
  };
  if (item.kind === "text") return <textarea className="area" rows={2} title={item.hint} {...shared} />;
  return (
    <>
      <input className="input" {...shared} />
      <label className={styles.consent}>
        <input
          type="checkbox"
          id="contact_consent"
          name="contact_consent"
          value="yes"
          defaultChecked={typed.contact_consent === "yes"}
        />
        <span>{item.consent}</span>
      </label>
      <ErrorText id="contact_consent-error" message={errorOf("contact_consent")} />
    </>
  );
}

function Options({ item, typed }: { item: EntryItem & { kind: "choice" | "topics" } } & Given) {
  const chosen = typed[item.key] ?? "";
  const single = item.kind === "choice";
  return (
    <ul className={!single ? styles.topics : item.options.length > 5 ? styles.many : styles.strip}>
      {item.options.map(({ value, label }, place) => (
        <li key={value}>
          <label>
            <input
              type={single ? "radio" : "checkbox"}
              name={item.key}
              value={value}
              defaultChecked={single ? chosen === value : chosen.includes(value)}
            />
            {single && (
              <kbd className={styles.key} aria-hidden="true">
                {place + 1}
              </kbd>
            )}
            <span>{label}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
