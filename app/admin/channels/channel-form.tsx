"use client";

import { useActionState } from "react";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Field } from "@/app/_ui/desk/field";
import { type Choice, SelectField } from "@/app/_ui/desk/select-field";
import styles from "./channels.module.css";

/** What the form shows after it was refused; `revision` is the state that pressing again would replace. */
export interface ChannelFormState extends AccountFormState {
  readonly revision?: string;
}

/** The form's words, fields and what stands in them, in one language. */
export interface ChannelFormContent {
  readonly text: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
  readonly choice: readonly {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly choices: readonly Choice[];
  }[];
  readonly retired: { readonly label: string; readonly hint: string } | null;
  readonly values: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly errorPrefix: string;
}

interface ChannelFormProps {
  readonly action: (state: ChannelFormState | null, form: FormData) => Promise<ChannelFormState>;
  readonly content: ChannelFormContent;
}

/** A channel to add or to change: works without script, and keeps what was typed when it is refused. */
export function ChannelForm({ action, content }: ChannelFormProps) {
  const { text, choice, retired, values, hidden, submit, errorPrefix } = content;
  const [state, send, sending] = useActionState(action, null);
  const typed = state?.typed ?? values;
  const errorOf = (name: string) => state?.errors.find(({ field }) => field === name)?.message;
  const sent = { ...hidden, ...(state?.revision ? { revision: state.revision } : {}) };
  return (
    <form action={send} noValidate className={styles.form}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(sent).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {text.map((field) => (
        <Field
          key={field.name}
          {...field}
          type="text"
          autoComplete="off"
          defaultValue={typed[field.name]}
          error={errorOf(field.name)}
          errorPrefix={errorPrefix}
        />
      ))}
      {choice.map((field) => (
        // A select keeps no new default of its own after the form's action.
        <SelectField key={`${field.name} ${typed[field.name]}`} {...field} defaultValue={typed[field.name]} />
      ))}
      {retired && (
        <div className={styles.tick}>
          <label>
            <input type="checkbox" name="retired" value="yes" defaultChecked={typed.retired === "yes"} />
            {retired.label}
          </label>
          <p>{retired.hint}</p>
        </div>
      )}
      <button className="btn" aria-disabled={sending || undefined}>
        {submit}
      </button>
    </form>
  );
}
