"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Field } from "@/app/_ui/desk/field";
import { QrCode } from "@/app/_ui/qr-code";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import styles from "./two-factor-form.module.css";

/** What the form shows next: the code to scan and the recovery codes, once the password was right. */
export interface TwoFactorState extends AccountFormState {
  readonly codes: readonly string[];
  /** The secret for an app that cannot scan, and the way to hand it over in one go. */
  readonly secret: string;
  readonly uri: string;
}

interface TwoFactorFormProps {
  readonly action: (state: TwoFactorState | null, form: FormData) => Promise<TwoFactorState>;
  readonly words: Readonly<
    Record<
      "password" | "start" | "scan" | "picture" | "open" | "secret" | "codes" | "code" | "confirm" | "prefix",
      string
    >
  >;
  /** Whether a code of the app is asked for after the password, or new recovery codes are all there is. */
  readonly confirms: boolean;
}

/** The password, then what to scan and keep, then the first code: one form, that works without script. */
export function TwoFactorForm({ action, words, confirms }: TwoFactorFormProps) {
  const [state, send, sending] = useActionState(action, null);
  const shown = state !== null && state.codes.length > 0;
  const errorOf = (name: string) => state?.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={send} noValidate className={styles.form}>
      {state && state.errors.length > 0 && <ErrorSummary {...state} />}
      {shown && (
        <div role="status">
          {confirms && (
            <>
              <p>{words.scan}</p>
              <QrCode text={state.uri} label={words.picture} className={styles.picture} />
              <p>
                <a href={state.uri}>{words.open}</a>
              </p>
              <p>{words.secret}</p>
              <p className={styles.secret}>{inFours(state.secret)}</p>
            </>
          )}
          <p>{words.codes}</p>
          <ul className={styles.codes}>
            {state.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      )}
      {!shown && (
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          error={errorOf("password")}
          errorPrefix={words.prefix}
        />
      )}
      {shown && confirms && (
        <Field
          name="code"
          label={words.code}
          type="text"
          autoComplete="one-time-code"
          error={errorOf("code")}
          errorPrefix={words.prefix}
        />
      )}
      {(!shown || confirms) && (
        <button className="btn" aria-disabled={sending || undefined}>
          {shown ? words.confirm : words.start}
        </button>
      )}
    </form>
  );
}

/** A key as it is typed without losing one's place; authenticators drop the spaces. */
const inFours = (key: string) => key.replaceAll(/.{4}(?=.)/g, "$& ");
