"use client";

import { useActionState } from "react";
import styles from "./account-form.module.css";
import { ErrorSummary, type FieldError } from "./error-summary";
import { Field } from "./field";

/** What an account form shows after it was sent: what was typed (no password, ever) and everything wrong with it. */
export interface AccountFormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  readonly documentTitle: string;
}

/** A field of the form; passwords and e-mails are told by `type`. */
export interface AccountField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: "text" | "email" | "password";
  readonly autoComplete: string;
}

interface AccountFormProps {
  readonly action: (state: AccountFormState | null, form: FormData) => Promise<AccountFormState>;
  readonly fields: readonly AccountField[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly errorPrefix: string;
}

/** Signing in and setting up: works without script, and with it keeps the page and moves to what is wrong. */
export function AccountForm({ action, fields, hidden, submit, errorPrefix }: AccountFormProps) {
  const [state, send, sending] = useActionState(action, null);
  const errorOf = (name: string) => state?.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={send} noValidate className={styles.form}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          {...field}
          defaultValue={state?.typed[field.name]}
          error={errorOf(field.name)}
          errorPrefix={errorPrefix}
        />
      ))}
      <button className="btn" aria-disabled={sending || undefined}>
        {submit}
      </button>
    </form>
  );
}
