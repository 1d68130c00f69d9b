"use client";

import { useActionState } from "react";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import edit from "@/app/_ui/desk/edit-form.module.css";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { saveScores } from "./actions";
import styles from "./match.module.css";
import type { ScoresContent } from "./scores-content";

/** What each word in the rating columns of a file means. */
export function ScoresForm({ content }: { content: ScoresContent }) {
  const [state, send, sending] = useActionState<AccountFormState | null, FormData>(saveScores, null);
  const { words, rows, options } = content;
  return (
    <form action={send} className={styles.form} key={state ? JSON.stringify(state.typed) : ""}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(content.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2>{words.title}</h2>
      <p>{words.say}</p>
      {content.warning && <p className="notice notice-caution">{content.warning}</p>}
      {content.most && <p className="notice notice-caution">{content.most}</p>}
      {rows.map(({ word, count, score }, at) => (
        <div key={word} className={styles.match}>
          <label htmlFor={`score-${at}`}>
            <bdi>{word}</bdi> <span className={styles.count}>{count}</span>
          </label>
          <div>
            <input type="hidden" name="word" value={word} />
            <select className="select" id={`score-${at}`} name="score" defaultValue={state?.typed[word] ?? score}>
              <option value="">{words.unknown}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        </div>
      ))}
      <p className={edit.end}>
        <button className="btn" aria-disabled={sending || undefined}>
          {words.submit}
        </button>
      </p>
    </form>
  );
}
