"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { checkAll, checkSome } from "./actions";
import type { CheckRunContent } from "./check-run-content";
import type { CheckState } from "./check-state";
import styles from "./check.module.css";

interface CheckRunProps {
  readonly content: CheckRunContent;
  readonly start: CheckState;
}

/**
 * A check that goes on by itself, request by request, and shows how far it is; without script a press does it in one
 * request.
 */
export function CheckRun({ content: { hidden, words }, start }: CheckRunProps) {
  const router = useRouter();
  const [state, setState] = useState(start);
  const [attempt, setAttempt] = useState(0);
  const isDone = !state.stopped && state.checked === state.rows;
  useEffect(() => {
    let isLeft = false;
    const form = new FormData();
    for (const [name, value] of Object.entries(hidden)) form.set(name, value);
    const run = async () => {
      for (;;) {
        const next = await checkSome(form);
        if (isLeft) return;
        setState(next);
        if (next.stopped) return;
        if (next.checked === next.rows) return router.refresh();
      }
    };
    run().catch(() => !isLeft && setState((last) => ({ ...last, text: words.stopped, stopped: true })));
    return () => {
      isLeft = true;
    };
  }, [attempt, hidden, router, words.stopped]);
  return (
    <section className={styles.run} aria-labelledby="running">
      <h2 id="running">{words.title}</h2>
      <progress className={styles.progress} aria-label={words.progress} max={state.rows} value={state.checked} />
      <p className="num">{state.text}</p>
      {state.stopped && (
        <p role="alert">
          <button className="btn" type="button" onClick={() => setAttempt(attempt + 1)}>
            {words.again}
          </button>
        </p>
      )}
      {!isDone && (
        <noscript>
          <form action={checkAll}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button className="btn">{words.start}</button>
          </form>
        </noscript>
      )}
    </section>
  );
}
