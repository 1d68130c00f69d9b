import type { FieldError } from "@/app/_ui/desk/error-summary";

/** What was typed, by field; topics are several. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What the entry form shows: fresh, after a save, or with what was wrong. */
export interface EntryState {
  /** The idempotency key of the answer being typed: another one begins another answer. */
  readonly key: string;
  readonly typed: Typed;
  readonly count: string;
  /** What was saved last, and what is to be said of it. */
  readonly saved: string | null;
  readonly caution: string | null;
  readonly refused: { heading: string; documentTitle: string; errors: readonly FieldError[] } | null;
}

/** What stays from one answer to the next. */
export const KEPT_FIELDS = ["channel", "received_on", "locale"] as const;
