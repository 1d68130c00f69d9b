"use client";

import { useActionState } from "react";
import { ErrorSummary, type FieldError } from "@/app/_ui/desk/error-summary";
import type { Typed } from "@/app/admin/entry/entry-state";
import { resolve } from "./actions";
import type { DifferingItem } from "./difference-content";
import { DifferenceField, type DifferenceWords } from "./difference-field";
import styles from "./difference.module.css";

/** What the form shows when nothing was resolved: why, and what was chosen. */
export interface DifferenceState {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly heading: string;
  readonly documentTitle: string;
}

interface DifferenceFormProps {
  readonly items: readonly DifferingItem[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly words: DifferenceWords;
  readonly submit: string;
}

/** For each item in which two keyings differ: the first, the second, or what it really is. Works without script. */
export function DifferenceForm({ items, hidden, words, submit }: DifferenceFormProps) {
  const [state, send, sending] = useActionState(resolve, null);
  return (
    <form action={send} noValidate autoComplete="off" className={styles.form}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {items.map((one) => (
        <DifferenceField
          key={one.item.key}
          {...one}
          words={words}
          typed={state?.typed ?? {}}
          error={state?.errors.find(({ field }) => field === one.item.key)?.message}
        />
      ))}
      <p className={styles.end}>
        <button className="btn" id="resolve" aria-disabled={sending || undefined}>
          {submit}
        </button>
      </p>
    </form>
  );
}
