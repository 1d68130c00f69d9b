"use client";

import { useActionState } from "react";
import type { AccountFormState } from "./account-form";
import styles from "./edit-form.module.css";
import { ErrorSummary } from "./error-summary";
import { type EditField, EditGroup } from "./edit-group";

/** A titled part of the form: rows of fields, those of one row side by side where there is room. */
export interface EditPart {
  readonly id: string;
  readonly title?: string;
  readonly hint?: string;
  readonly rows: readonly (readonly EditField[])[];
}

interface EditFormProps {
  readonly action: (state: AccountFormState | null, form: FormData) => Promise<AccountFormState>;
  readonly parts: readonly EditPart[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly errorPrefix: string;
  /** Where it leads not to send the form. */
  readonly back: { readonly href: string; readonly text: string };
  /** What is done cannot be undone without a trace: the way back comes first. */
  readonly isGrave?: boolean;
}

/** An editor of the department: works without script, keeps what was typed, and says by field what is wrong. */
export function EditForm({ action, parts, hidden, submit, errorPrefix, back, isGrave }: EditFormProps) {
  const [state, send, sending] = useActionState(action, null);
  const button = (
    <button className={isGrave ? `btn ${styles.grave}` : "btn"} aria-disabled={sending || undefined}>
      {submit}
    </button>
  );
  return (
    <form action={send} noValidate className={styles.form} id="edit-form">
      {state && <ErrorSummary {...state} />}
      {Object.entries({ ...hidden, ...state?.hidden }).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {parts.map((part) => (
        <EditGroup key={part.id} {...part} {...{ state, errorPrefix }} />
      ))}
      <p className={styles.end}>
        {isGrave && (
          <a className="btn" href={back.href}>
            {back.text}
          </a>
        )}
        {button}
        {!isGrave && <a href={back.href}>{back.text}</a>}
      </p>
    </form>
  );
}
