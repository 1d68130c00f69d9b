"use client";

import { type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import type { EntryContent } from "./entry-content";
import { EntryFields } from "./entry-fields";
import styles from "./entry-form.module.css";
import { focusFirstItem, listenToEntryKeys } from "./entry-keyboard";
import type { EntryState } from "./entry-state";

interface EntryFormProps {
  readonly action: (state: EntryState | null, form: FormData) => Promise<EntryState>;
  readonly content: EntryContent;
  readonly fresh: EntryState;
}

/**
 * Types in one answer after the other. Without script it is a plain form; with it, keys go from item to item, and what
 * was typed stays when the connection fails.
 */
export function EntryForm({ action, content, fresh }: EntryFormProps) {
  const { words } = content;
  const [posted, post] = useActionState(action, null);
  const [answered, setAnswered] = useState<EntryState | null>(null);
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const state = answered ?? posted ?? fresh;

  useEffect(() => listenToEntryKeys(form.current), []);

  // The next paper is in the officer's hand: the first item waits for it.
  useEffect(() => {
    if (state.saved) focusFirstItem(form.current);
  }, [state.key, state.saved]);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const sent = new FormData(event.currentTarget);
    const failed = { errors: [{ field: "save", message: words.failed }], heading: words.failedHeading };
    setAnswered(
      await action(state, sent).catch(() => ({
        ...state,
        saved: null,
        refused: { ...failed, documentTitle: document.title },
      })),
    );
    setSending(false);
  };

  return (
    <form
      ref={form}
      action={post}
      onSubmit={(event) => void send(event)}
      noValidate
      autoComplete="off"
      className={styles.form}
    >
      {state.refused && <ErrorSummary {...state.refused} />}
      <div role="status" className={styles.saved}>
        {state.saved && <p className="notice">{state.saved}</p>}
        {state.caution && <p className="notice notice-caution">{state.caution}</p>}
      </div>
      <input type="hidden" name="edition" value={content.edition} />
      <input type="hidden" name="instrument" value={content.instrument} />
      <input type="hidden" name="idempotency_key" value={state.key} />
      <EntryFields key={state.key} content={content} typed={state.typed} errors={state.refused?.errors ?? []} />
      <div className={styles.bar} data-item="save">
        <button className="btn" id="save" aria-disabled={sending || undefined}>
          {sending ? words.saving : words.save}
        </button>
        <p className="num">{state.count}</p>
      </div>
    </form>
  );
}
