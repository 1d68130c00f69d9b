"use client";

import { type ReactNode, type SubmitEvent, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { Opening } from "../../_frame/opening";
import { Part } from "../../_frame/part";
import { type FormValues, isUnanswered, resolverFor, toFieldErrors, toRefusal } from "./check-form";
import { EmptyField } from "./empty-field";
import { ErrorSummary } from "./error-summary";
import type { FormContent } from "./form-content";
import { FormItem } from "./form-item";
import type { Refusal } from "./refusal";
import { sendResponse } from "./send-response";
import { SendPart } from "./send-part";

/**
 * The form. Without script it is plain HTML that posts to `content.action`; with it, messages appear in place and
 * nothing reloads. `typed` and `refusal` are what a refused post brought back.
 */
export function FeedbackForm({
  content,
  kicker,
  heading,
  letter,
  typed,
  refusal: refused,
}: {
  content: FormContent;
  kicker: string;
  heading: string;
  letter: ReactNode;
  typed: Readonly<Record<string, string>>;
  refusal: Refusal;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const resolver = useMemo(() => resolverFor(content), [content]);
  const errors = useMemo(() => toFieldErrors(refused), [refused]);
  // No default values: what was typed before the script arrived is in the page, and is read from there.
  const { register, handleSubmit, setValue, setError, formState } = useForm<FormValues>({
    resolver,
    errors,
    shouldFocusError: false,
  });
  const refusal = toRefusal(formState.errors);

  const refuse = ({ form: message, items }: Refusal) => {
    for (const [key, inline] of Object.entries(items)) setError(key, { type: "refused", message: inline });
    if (message) setError("root.form", { type: "refused", message });
  };
  const send = async () => {
    if (!form.current) return;
    if (isUnanswered(content, form.current)) return refuse({ form: content.words.empty, items: {} });
    setSending(true);
    const sent = await sendResponse(form.current);
    if (sent.kind === "kept") return window.location.assign(sent.receipt);
    setSending(false);
    refuse(sent.kind === "refused" ? sent.refusal : { form: content.words.network, items: {} });
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!sending) void handleSubmit(send)(event);
  };

  return (
    <>
      <Opening kicker={kicker} title={heading}>
        <ErrorSummary refusal={refusal} content={content} attempt={formState.submitCount} />
        {letter}
      </Opening>
      <form method="post" action={content.action} noValidate acceptCharset="utf-8" ref={form} onSubmit={onSubmit}>
        {/* The first button is what Enter presses; it must not be a 清除本题. */}
        <button className="vh" type="submit" tabIndex={-1} aria-hidden="true" />
        {Object.entries(content.envelope).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {content.sections.map(({ title, hint, items }) => (
          <Part key={title} title={title} hint={hint}>
            {items.map((item) => (
              <FormItem
                key={item.key}
                item={item}
                content={content}
                typed={typed[item.key]}
                error={refusal.items[item.key]}
                field={register(item.key)}
                onClear={() => setValue(item.key, null)}
              />
            ))}
          </Part>
        ))}
        <EmptyField label={content.words.leaveEmpty} />
        <SendPart words={content.words} privacyHref={content.privacyHref} sending={sending} />
      </form>
    </>
  );
}
