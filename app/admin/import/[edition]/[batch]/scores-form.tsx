"use client";

import { useActionState } from "react";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import edit from "@/app/_ui/desk/edit-form.module.css";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Figure, Table } from "@/app/_ui/desk/table";
import { saveScores } from "./actions";
import styles from "./match.module.css";
import type { ScoresContent } from "./scores-content";

/** What each word in the rating columns of a file means. */
export function ScoresForm({ content }: { content: ScoresContent }) {
  const [state, send, sending] = useActionState<AccountFormState | null, FormData>(saveScores, null);
  const { words, rows, options } = content;
  const columns = [{ head: words.word }, { head: words.count, numeric: true }, { head: words.score }];
  return (
    <form action={send} className={styles.form} key={state ? JSON.stringify(state.typed) : ""}>
      {state && <ErrorSummary {...state} />}
      {Object.entries(content.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2>{words.title}</h2>
      {rows.length === 0 && <p>{words.say}</p>}
      {content.warning && <p className="notice notice-caution">{content.warning}</p>}
      {content.most && <p className="notice notice-caution">{content.most}</p>}
      {rows.length > 0 && (
        <Table caption={words.say} columns={columns}>
          {rows.map(({ word, count, score }, at) => (
            <tr key={word}>
              <th scope="row" id={`word-${at}`}>
                <bdi>{word}</bdi>
              </th>
              <Figure>{count}</Figure>
              <td>
                <input type="hidden" name="word" value={word} />
                <select
                  className={`select ${styles.score}`}
                  aria-labelledby={`word-${at}`}
                  name="score"
                  defaultValue={state?.typed[word] ?? score}
                >
                  <option value="">{words.unknown}</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <p className={edit.end}>
        <button className="btn" aria-disabled={sending || undefined}>
          {words.submit}
        </button>
      </p>
    </form>
  );
}
