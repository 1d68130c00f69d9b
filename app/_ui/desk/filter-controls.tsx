import styles from "./filter-controls.module.css";

interface ControlProps {
  /** Also the control's id. */
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
}

/** A choice of a filter, as pairs of value and words. */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: ControlProps & { readonly options: readonly (readonly [string, string])[] }) {
  return (
    <p className={styles.control}>
      <label htmlFor={name}>{label}</label>
      {/* A form keeps what its reader chose when the page comes again under the same address, but not under another. */}
      <select className="select" id={name} name={name} defaultValue={value ?? ""} key={value}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Words to look for. */
export function FilterText({ name, label, value, maxLength }: ControlProps & { readonly maxLength: number }) {
  return (
    <p className={styles.control}>
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        type="search"
        id={name}
        name={name}
        maxLength={maxLength}
        defaultValue={value ?? ""}
        key={value}
      />
    </p>
  );
}

/** A calendar day. */
export function FilterDay({ name, label, value }: ControlProps) {
  return (
    <p className={styles.control}>
      <label htmlFor={name}>{label}</label>
      <input className="input" type="date" id={name} name={name} defaultValue={value ?? ""} key={value} />
    </p>
  );
}
