"use client";

import { useActionState } from "react";
import styles from "./account-form.module.css";
import { Choice, type Option } from "./choice";
import { CopyAddress } from "./copy-address";
import { ErrorSummary, type FieldError } from "./error-summary";
import { Field } from "./field";

/** What an account form shows after it was sent: what was typed (no password, ever) and everything wrong with it. */
export interface AccountFormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  readonly documentTitle: string;
  /** Hidden fields that are sent from now on: of what the person has been told, or of the page that was first open. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What sending it made, to be shown once: a link to hand over. */
  readonly link?: { readonly label: string; readonly address: string; readonly copy: string; readonly copied: string };
}

/** A field of the form; passwords and e-mails are told by `type`. */
export interface AccountField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: "text" | "email" | "password";
  readonly autoComplete: string;
  readonly value?: string;
}

/** One of a few answers; `value` is the one that stands there now. */
export interface AccountChoice {
  readonly name: string;
  readonly label: string;
  readonly type: "choice";
  readonly options: readonly Option[];
  readonly value?: string;
}

interface AccountFormProps {
  readonly action: (state: AccountFormState | null, form: FormData) => Promise<AccountFormState>;
  readonly fields: readonly (AccountField | AccountChoice)[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly errorPrefix: string;
}

/** Accounts and who may sign in: works without script, and with it keeps the page and moves to what is wrong. */
export function AccountForm({ action, fields, hidden, submit, errorPrefix }: AccountFormProps) {
  const [state, send, sending] = useActionState(action, null);
  const errorOf = (name: string) => state?.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={send} noValidate className={styles.form}>
      {state && state.errors.length > 0 && <ErrorSummary {...state} />}
      {state?.link && (
        <div className={`notice ${styles.link}`} role="status">
          <CopyAddress {...state.link} />
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ value, ...field }) => {
        const told = { error: errorOf(field.name), errorPrefix };
        const kept = state?.typed[field.name] ?? value;
        if (field.type === "choice") return <Choice key={`${field.name} ${kept}`} {...field} {...told} chosen={kept} />;
        return <Field key={field.name} {...field} {...told} defaultValue={kept} />;
      })}
      <button className="btn" aria-disabled={sending || undefined}>
        {submit}
      </button>
    </form>
  );
}
