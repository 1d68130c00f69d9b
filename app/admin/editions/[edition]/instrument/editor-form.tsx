"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/desk/error-summary";
import { Section } from "@/app/_ui/desk/section";
import { saveDraft } from "./actions";
import { AddItem } from "./add-item";
import type { EditorContent } from "./editor-content";
import { type EditorAnswers, ChoiceGroup, TextPair } from "./editor-fields";
import styles from "./editor-form.module.css";
import { ItemFields } from "./item-fields";
import { AddSection, SectionActs } from "./section-fields";

/** The whole form with every text to type. Works without script; nothing typed is lost by a refusal. */
export function EditorForm({ content, here, shape }: { content: EditorContent; here: string; shape: string }) {
  const [state, send, sending] = useActionState(saveDraft, null);
  const { words, isUnderWay } = content;
  const answers: EditorAnswers = {
    valueOf: (name) => (state ? state.typed[name] : content.fields[name]),
    errorOf: (name) => state?.errors.find(({ field }) => field === name)?.message,
    errorPrefix: words.errorPrefix,
  };
  const mark = state?.mark ?? content;
  const envelope = { edition: content.slug, version: mark.version, revision: mark.revision, shape };
  return (
    <form action={send} noValidate className={styles.editor}>
      {state && <ErrorSummary {...state} />}
      {state?.isStale && (
        <p className={styles.reopen}>
          <a href={here} target="_blank" rel="noopener noreferrer">
            {words.reopen}
          </a>
        </p>
      )}
      {Object.entries(envelope).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* The first button is what Enter presses. */}
      <button className="vh" name="act" value="save" tabIndex={-1} aria-hidden="true" />
      {content.sections.map(({ place, heading, texts, items, addLegend, acts }) => (
        <Section key={place} id={`section-${place}`} title={heading}>
          {texts.map((text) => (
            <TextPair key={text.place} text={text} answers={answers} />
          ))}
          {items.map((item) => (
            <ItemFields key={item.key} item={item} words={words} answers={answers} />
          ))}
          <AddItem place={place} legend={addLegend} words={words} isUnderWay={isUnderWay} answers={answers} />
          <SectionActs place={place} heading={heading} acts={acts} words={words} />
        </Section>
      ))}
      <AddSection texts={content.newSection} words={words} isUnderWay={isUnderWay} answers={answers} />
      {content.retired.length > 0 && (
        <Section id="retired" title={words.retired}>
          <ul className={styles.retired}>
            {content.retired.map(({ key, text }) => (
              <li key={key}>
                <span>{text}</span>
                <button className="lnk" name="act" value={`restore:${key}`}>
                  {words.restore}
                  <span className="vh"> {text}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="texts" title={words.texts}>
        {content.texts.map((text) => (
          <TextPair key={text.place} text={text} answers={answers} />
        ))}
      </Section>
      <Section id="scale" title={words.scale} say={isUnderWay ? words.scaleFixed : words.scaleHint}>
        {content.scale.map((text) => (
          <TextPair key={text.place} text={text} answers={answers} isFixed={isUnderWay} />
        ))}
      </Section>
      <Section id="optional" title={words.optional} say={words.optionalHint}>
        <ChoiceGroup
          legend={words.optional}
          isLegendHidden
          answers={answers}
          type="checkbox"
          options={content.optional.map(({ question, text }) => ({
            name: `asks.${question}`,
            value: "yes",
            label: text,
          }))}
        />
      </Section>
      <div className={styles.savebar} id="save">
        <button className="btn" name="act" value="save" aria-disabled={sending || undefined}>
          {words.save}
        </button>
        <button className="btn btn-2" name="act" value="preview" aria-disabled={sending || undefined}>
          {words.preview}
        </button>
        <button className="btn btn-2" name="act" value="publish" aria-disabled={sending || undefined}>
          {words.review}
        </button>
      </div>
    </form>
  );
}
