import { writeDraft } from "./draft";
import { answersIn } from "./typed-answers";

/** Seldom enough not to slow down a keyboard, often enough that a crash costs no more than a word. */
const SAVE_EVERY_MS = 400;

/** What keeps a form's draft up to date: `later` soon, `now` at once; `forget` drops what waits to be saved. */
export interface DraftSaver {
  now(): boolean;
  later(): void;
  forget(): void;
  stop(): void;
}

/** Saves a form's draft as the reader types and whenever the page may be about to go; `onSaved` hears if it is kept. */
export function startSaving(form: HTMLFormElement, edition: string, onSaved: (kept: boolean) => void): DraftSaver {
  let timer: number | undefined;
  const forget = () => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    forget();
    const idempotencyKey = String(new FormData(form).get("idempotency_key"));
    const kept = writeDraft(edition, { savedAt: Date.now(), idempotencyKey, answers: answersIn(form) });
    onSaved(kept);
    return kept;
  };
  const later = () => {
    timer ??= window.setTimeout(now, SAVE_EVERY_MS);
  };
  const atOnce = () => {
    if (timer !== undefined) now();
  };
  // `pagehide` is not sure to come on a phone; becoming hidden is.
  const places = [
    [form, "input", later],
    // Older Safari tells of a tick by this alone.
    [form, "change", later],
    [window, "pagehide", atOnce],
    [document, "visibilitychange", atOnce],
  ] as const;
  for (const [target, name, listener] of places) target.addEventListener(name, listener);
  const stop = () => {
    forget();
    for (const [target, name, listener] of places) target.removeEventListener(name, listener);
  };
  return { now, later, forget, stop };
}
