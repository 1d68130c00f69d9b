"use client";

import { useActionState } from "react";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import edit from "@/app/_ui/desk/edit-form.module.css";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Field } from "@/app/_ui/desk/field";
import { saveColumns } from "./actions";
import type { ColumnsContent } from "./columns-content";
import { MatchField } from "./match-field";
import styles from "./match.module.css";

/** Which column of a file is what, and what holds where the file does not say. */
export function ColumnsForm({ content }: { content: ColumnsContent }) {
  const [state, send, sending] = useActionState<AccountFormState | null, FormData>(saveColumns, null);
  const { words, fixed } = content;
  const errorOf = (name: string) => state?.errors.find(({ field }) => field === name)?.message;
  const given = (name: string, standing: string) => ({
    name,
    defaultValue: state?.typed[name] ?? standing,
    error: errorOf(name),
    errorPrefix: words.prefix,
  });
  return (
    // A new key: React gives a select back the value that it was made with.
    <form action={send} noValidate className={styles.form} key={state ? JSON.stringify(state.typed) : ""}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(content.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2>{words.title}</h2>
      <p>{words.say}</p>
      {content.groups.map(({ title, fields }) => (
        <fieldset key={title} className={edit.part}>
          <legend>{title}</legend>
          {fields.map(({ field, title: label }) => (
            <MatchField
              key={field}
              {...given(`column.${field}`, String(content.chosen[field] ?? ""))}
              label={label}
              caution={content.cautions[field]}
              none={words.none}
              options={content.columns}
            />
          ))}
        </fieldset>
      ))}
      <fieldset className={edit.part} aria-describedby="fixed-hint">
        <legend>{words.fixed}</legend>
        <p id="fixed-hint" className={edit.hint}>
          {words.fixedSay}
        </p>
        <MatchField
          {...given("channel", fixed.channel)}
          label={words.channel}
          none={words.channelNone}
          options={content.channels}
        />
        <div className={styles.day}>
          <Field {...given("received_on", fixed.received_on)} label={words.receivedOn} type="date" autoComplete="off" />
        </div>
        <MatchField {...given("locale", fixed.locale)} label={words.locale} options={content.languages} />
      </fieldset>
      <p className={edit.end}>
        <button className="btn" aria-disabled={sending || undefined}>
          {words.submit}
        </button>
      </p>
    </form>
  );
}
