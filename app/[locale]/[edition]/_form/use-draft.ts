import { type RefObject, useEffect, useRef, useState } from "react";
import { deleteDraft, readDraft } from "./draft";
import { freshKey } from "./fresh-key";
import { isLoadedAgain } from "./navigation";
import { type DraftSaver, startSaving } from "./save-draft";
import { findSent } from "./sent-record";
import { type TypedAnswer, answersIn, emptyOut, fillIn } from "./typed-answers";
import type { Visit } from "./visit";

/** Where the reader hears of the draft: above the questions, where they were filled in from it, or at the end. */
export type DraftPlace = "top" | "end";

/** What there is to say of a draft: nothing, that it is kept, that the form was filled in from it, that it is gone. */
export interface DraftState {
  readonly kind: "none" | "kept" | "restored" | "cleared";
  /** Where it was cleared. */
  readonly place?: DraftPlace;
}

/** What the page shows and does about its draft, and the idempotency key that goes with what stands in the form. */
export interface DraftKeeping {
  readonly state: DraftState;
  readonly idempotencyKey: string;
  clear(place: DraftPlace): void;
  undo(): void;
  /** The form was sent: there is nothing left to keep. */
  end(): void;
}

/**
 * The draft of a form in this browser: filled in where the arriving page is still empty, saved while the reader types.
 * Without a `visit`, or on a shared device, it does nothing. What is filled in may have been sent already, so it keeps
 * its key; what begins anew gets a new one.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  pageKey: string,
  visit: Visit | undefined,
  onEmptied: () => void,
): DraftKeeping {
  const [idempotencyKey, setKey] = useState(pageKey);
  const [state, setState] = useState<DraftState>({ kind: "none" });
  const saver = useRef<DraftSaver | null>(null);
  const before = useRef<{ state: DraftState; key: string; answers: TypedAnswer[] } | null>(null);

  useEffect(() => {
    const element = form.current;
    if (!visit || visit.isShared || !element) return;
    // What the browser put back into the fields of a form that was sent is no draft of another one.
    if (isLoadedAgain() && findSent(visit.edition)) return;
    const isTyped = answersIn(element).length > 0;
    const kept = readDraft(visit.edition, Date.now());
    // A page that brought back what was typed is newer than a draft with its own key.
    const draft = kept?.idempotencyKey === pageKey ? null : kept;
    if (draft) setKey(draft.idempotencyKey);
    if (draft && fillIn(element, draft.answers)) setState({ kind: "restored" });
    const saving = startSaving(element, visit.edition, (isKept) =>
      setState((said) => (isKept && said.kind === "restored" ? said : { kind: isKept ? "kept" : "none" })),
    );
    saver.current = saving;
    if (isTyped) saving.later();
    // A reload of this page would post again; where nothing would be lost, it may as well ask for the form.
    const isSafe = draft !== null || !isTyped || saving.now();
    if (visit.isReturned && isSafe) window.history.replaceState(window.history.state, "", visit.address);
    return saving.stop;
  }, [form, pageKey, visit]);

  return {
    state,
    idempotencyKey,
    clear(place) {
      if (!form.current || !visit) return;
      before.current = { state, key: idempotencyKey, answers: answersIn(form.current) };
      emptyOut(form.current);
      onEmptied();
      saver.current?.forget();
      deleteDraft(visit.edition);
      setKey(freshKey());
      setState({ kind: "cleared", place });
    },
    undo() {
      if (!form.current || !before.current) return;
      fillIn(form.current, before.current.answers);
      setKey(before.current.key);
      setState(before.current.state);
    },
    end() {
      saver.current?.stop();
      if (visit && !visit.isShared) deleteDraft(visit.edition, idempotencyKey);
    },
  };
}
