import type { AccountFormState } from "./account-form";
import styles from "./edit-form.module.css";
import type { EditPart } from "./edit-form";
import { Field, type FieldProps } from "./field";

/** A field of an editor; an autofilled browser would put a person's own name and telephone into it. */
export type EditField = Omit<FieldProps, "error" | "errorPrefix" | "autoComplete">;

interface EditGroupProps extends EditPart {
  readonly state: AccountFormState | null;
  readonly errorPrefix: string;
}

/** One part of an editor with what was typed into it and what is wrong with that. */
export function EditGroup({ id, title, hint, rows, state, errorPrefix }: EditGroupProps) {
  const fields = rows.map((row) => (
    <div key={row.map(({ name }) => name).join(" ")} className={row.length > 1 ? styles.pair : styles.row}>
      {row.map((field) => (
        <Field
          key={field.name}
          {...field}
          autoComplete="off"
          defaultValue={state?.typed[field.name] ?? field.defaultValue}
          error={state?.errors.find((error) => error.field === field.name)?.message}
          errorPrefix={errorPrefix}
        />
      ))}
    </div>
  ));
  if (!title) return fields;
  return (
    <fieldset id={id} className={styles.part} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{title}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {fields}
    </fieldset>
  );
}
