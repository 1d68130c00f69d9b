"use client";

import { type ReactNode, type SubmitEvent, type SyntheticEvent, useRef, useState } from "react";
import { Opening } from "../../_frame/opening";
import { Part } from "../../_frame/part";
import { aboutFieldsOf, checkForm } from "./check-form";
import { DraftLine } from "./draft-line";
import { EmptyField } from "./empty-field";
import { ErrorSummary } from "./error-summary";
import type { FormContent } from "./form-content";
import { FORM_ID } from "./form-id";
import { FormItem } from "./form-item";
import { OptionalPart } from "./optional-part";
import { usePhoneKeyboard } from "./phone-keyboard";
import { NO_REFUSAL, type Refusal, countProblems } from "./refusal";
import { sendResponse } from "./send-response";
import { SendPart } from "./send-part";
import { SentNotice } from "./sent-notice";
import { useDraft } from "./use-draft";
import { usePressedButton } from "./use-pressed-button";
import { useRefusal } from "./use-refusal";
import { useSending } from "./use-sending";
import { useSent } from "./use-sent";
import type { Visit } from "./visit";

/**
 * The form. Without script it is plain HTML that posts to `content.action`; with it, messages appear in place, nothing
 * reloads, and a draft is kept. `typed` and `refusal` are what a refused post brought back; without a `visit` the
 * browser remembers nothing.
 */
export function FeedbackForm({
  content,
  kicker,
  heading,
  letter,
  typed,
  refusal: came,
  visit,
}: {
  content: FormContent;
  kicker: string;
  heading: string;
  letter: ReactNode;
  typed: Readonly<Record<string, string>>;
  refusal: Refusal;
  visit?: Visit;
}) {
  const { words } = content;
  const form = useRef<HTMLFormElement>(null);
  const check = () => (form.current ? checkForm(content, form.current) : NO_REFUSAL);
  const { refusal, attempt, refuse, reconsider, clear } = useRefusal(came, check);
  const draft = useDraft(form, content.envelope.idempotency_key, visit, clear);
  const { sent, record, startAnew } = useSent(visit);
  const { isSending, start, stop } = useSending();
  const [isNotSent, setNotSent] = useState(false);
  const pressedButton = usePressedButton();
  usePhoneKeyboard();

  const send = async () => {
    if (!form.current) return;
    setNotSent(false);
    const found = check();
    refuse(found);
    if (countProblems(found) > 0 || !start()) return;
    const outcome = await sendResponse(form.current);
    if (outcome.kind === "kept") {
      // What an earlier press had sent stands; what was changed since is left in the draft.
      if (!outcome.isOlder) draft.end();
      record(outcome.receipt);
      return window.location.assign(outcome.receipt);
    }
    stop();
    if (outcome.kind === "refused") refuse(aboutFieldsOf(form.current, outcome.refusal));
    else setNotSent(true);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // The language switch takes everything typed along by an ordinary post.
    if (pressedButton() === "switch") return;
    event.preventDefault();
    void send();
  };

  return (
    <>
      <Opening kicker={kicker} title={heading}>
        <ErrorSummary refusal={refusal} content={content} attempt={attempt} />
        {visit && sent ? <SentNotice {...{ sent, visit, words }} onStartAnew={startAnew} /> : letter}
      </Opening>
      <form
        method="post"
        action={content.action}
        id={FORM_ID}
        noValidate
        acceptCharset="utf-8"
        autoComplete={visit?.isShared ? "off" : undefined}
        hidden={sent !== null}
        ref={form}
        onChange={({ target }: SyntheticEvent) => reconsider(fieldsBeside(content, (target as HTMLInputElement).name))}
        onSubmit={onSubmit}
      >
        {Object.entries({ ...content.envelope, idempotency_key: draft.idempotencyKey }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* The first button is what Enter presses; it must not be a 清除本题. */}
        <button className="vh" type="submit" tabIndex={-1} aria-hidden="true" />
        <DraftLine place="top" draft={draft} words={words} />
        {content.sections.map(({ title, hint, progress, items }) => (
          <Part key={title} title={title} hint={hint} progress={progress}>
            {items.map((item) => (
              <FormItem
                key={item.key}
                item={item}
                content={content}
                typed={typed[item.key]}
                error={refusal.items[item.key]}
                isSending={isSending}
              />
            ))}
          </Part>
        ))}
        {content.optional ? (
          <OptionalPart optional={content.optional} {...{ content, typed, errors: refusal.items, isSending }} />
        ) : null}
        <EmptyField label={words.leaveEmpty} />
        <SendPart words={words} privacyHref={content.privacyHref} sending={isSending} isNotSent={isNotSent}>
          <DraftLine place="end" draft={draft} words={words} />
        </SendPart>
      </form>
    </>
  );
}

/** The fields of the question that a field belongs to. */
function fieldsBeside({ optional }: FormContent, name: string): readonly string[] {
  return optional?.items.find(({ fields }) => fields.includes(name))?.fields ?? [name];
}
