"use client";

import { useActionState } from "react";
import { ErrorSummary, type FieldError } from "@/app/_ui/desk/error-summary";
import field from "@/app/_ui/desk/field.module.css";
import type { StatusChange } from "@/lib/survey/status-change";
import { decide } from "./actions";
import styles from "./response.module.css";

/** What a decision form shows when nothing was done: why, and the reason that was chosen. */
export interface DecisionState {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  readonly documentTitle: string;
}

interface DecisionFormProps {
  readonly hidden: Readonly<Record<string, string>>;
  readonly changes: readonly { readonly change: StatusChange; readonly label: string }[];
  /** The label of the reason, where one of the changes needs it. */
  readonly reason: string | null;
  readonly reasons: readonly (readonly [string, string])[];
  readonly errorPrefix: string;
}

/** A button for each change that the answer's standing leaves; works without script. */
export function DecisionForm({ hidden, changes, reason, reasons, errorPrefix }: DecisionFormProps) {
  const [state, send, sending] = useActionState(decide, null);
  const error = state?.errors.find(({ field: name }) => name === "reason")?.message;
  return (
    <form action={send} className={styles.decision}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {reason !== null && (
        <div className={error ? field.wrong : field.field}>
          <label htmlFor="reason">{reason}</label>
          {error && (
            <p id="reason-error" className={field.error}>
              <span className="vh">{errorPrefix}</span>
              {error}
            </p>
          )}
          <select
            className={`select ${styles.reason}`}
            id="reason"
            name="reason"
            key={state?.reason}
            defaultValue={state?.reason ?? ""}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? "reason-error" : undefined}
          >
            {reasons.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
      <p className={styles.acts} id="change">
        {changes.map(({ change, label }) => (
          <button key={change} className="btn btn-2" name="change" value={change} aria-disabled={sending || undefined}>
            {label}
          </button>
        ))}
      </p>
    </form>
  );
}
