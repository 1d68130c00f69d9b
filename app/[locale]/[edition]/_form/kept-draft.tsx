"use client";

import { useEffect, useState } from "react";
import { normaliseLineBreaks } from "@/lib/survey/text";
import { Part } from "../../_frame/part";
import answers from "../answers.module.css";
import { type Draft, deleteDraft, readDraft, writeDraft } from "./draft";
import styles from "./kept-draft.module.css";

/** An open question by the name of its field. */
export interface Question {
  readonly key: string;
  readonly text: string;
}

/**
 * This browser's draft of an edition that takes no answers any more, or not yet: its texts to be copied, and the button
 * that deletes it. Nothing where there is none, and no text twice that the page shows already (`typed`).
 */
export function KeptDraft({
  edition,
  questions,
  typed,
  words,
}: {
  edition: string;
  questions: readonly Question[];
  typed: Readonly<Record<string, string>>;
  words: { title: string; hint: string; clear: string; cleared: string; undo: string };
}) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isCleared, setCleared] = useState(false);
  useEffect(() => setDraft(readDraft(edition, Date.now())), [edition]);
  if (!draft) return null;
  const texts = isCleared ? [] : textsOf(draft, questions, typed);
  const press = () => {
    if (isCleared) writeDraft(edition, draft);
    else deleteDraft(edition);
    setCleared(!isCleared);
  };
  return (
    <Part title={words.title} hint={words.hint}>
      {texts.length > 0 ? (
        <ol className={answers.answers}>
          {texts.map(({ key, text, value }) => (
            <li key={key}>
              <p className={`question ${answers.question}`}>{text}</p>
              <p className={answers.answer} dir="auto">
                {value}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      <p className={`noprint ${styles.line}`} role="status">
        {isCleared ? `${words.cleared} ` : null}
        <button className="lnk" type="button" onClick={press}>
          {isCleared ? words.undo : words.clear}
        </button>
      </p>
    </Part>
  );
}

function textsOf(draft: Draft, questions: readonly Question[], typed: Readonly<Record<string, string>>) {
  const kept = new Map(draft.answers);
  return questions
    .map(({ key, text }) => ({ key, text, value: kept.get(key) ?? "" }))
    .filter(({ key, value }) => value !== "" && value !== normaliseLineBreaks(typed[key] ?? ""));
}
