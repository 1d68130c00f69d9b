"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Field } from "@/app/_ui/desk/field";
import { type Choice, SelectField } from "@/app/_ui/desk/select-field";
import { begin } from "./actions";
import styles from "./batches.module.css";

type Word =
  | "name"
  | "nameHint"
  | "channel"
  | "receivedOn"
  | "expected"
  | "expectedHint"
  | "keyedTwice"
  | "keyedTwiceHint"
  | "submit"
  | "prefix";

interface BeginFormProps {
  readonly edition: string;
  readonly channels: readonly Choice[];
  readonly today: string;
  readonly words: Readonly<Record<Word, string>>;
}

/** What is said of a stack before it is typed: works without script, and keeps what was typed when it is refused. */
export function BeginForm({ edition, channels, today, words }: BeginFormProps) {
  const [state, send, sending] = useActionState(begin, null);
  const field = (name: string, known?: string) => ({
    name,
    autoComplete: "off",
    defaultValue: state?.typed[name] ?? known,
    error: state?.errors.find((error) => error.field === name)?.message,
    errorPrefix: words.prefix,
  });
  const channel = state?.typed.channel ?? channels[0]?.value;
  return (
    <form action={send} noValidate className={styles.form}>
      {state && <ErrorSummary {...state} />}
      <input type="hidden" name="edition" value={edition} />
      <Field {...field("name")} label={words.name} hint={words.nameHint} type="text" />
      <Field {...field("expected")} label={words.expected} hint={words.expectedHint} type="text" />
      {/* A select keeps no new default of its own after the form's action. */}
      <SelectField key={channel} name="channel" label={words.channel} choices={channels} defaultValue={channel} />
      <Field {...field("received_on", today)} label={words.receivedOn} type="date" />
      <div className={styles.tick}>
        <label>
          <input type="checkbox" name="keyed_twice" value="yes" defaultChecked={state?.typed.keyed_twice === "yes"} />
          {words.keyedTwice}
        </label>
        <p>{words.keyedTwiceHint}</p>
      </div>
      <button className="btn" aria-disabled={sending || undefined}>
        {words.submit}
      </button>
    </form>
  );
}
