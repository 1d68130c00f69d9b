"use client";

import type { ReactNode } from "react";
import type { FormContent } from "@/app/[locale]/[edition]/_form/form-content";
import { FormItem } from "@/app/[locale]/[edition]/_form/form-item";
import { OptionalPart } from "@/app/[locale]/[edition]/_form/optional-part";
import { SendPart } from "@/app/[locale]/[edition]/_form/send-part";
import { Opening } from "@/app/[locale]/_frame/opening";
import { Part } from "@/app/[locale]/_frame/part";

interface PreviewedFormProps {
  readonly content: FormContent;
  readonly kicker: string;
  readonly heading: string;
  readonly letter: ReactNode;
  readonly end: string;
}

const NOTHING = {};

/** The reader's own fields, to try out. There is no form around them, so that nothing can be sent, with script or without. */
export function PreviewedForm({ content, kicker, heading, letter, end }: PreviewedFormProps) {
  const { sections, optional, words, privacyHref } = content;
  return (
    <>
      <Opening kicker={kicker} title={heading}>
        {letter}
      </Opening>
      {sections.map(({ title, hint, progress, items }) => (
        <Part key={title} title={title} hint={hint} progress={progress}>
          {items.map((item) => (
            <FormItem key={item.key} {...{ item, content }} typed={undefined} error={undefined} isSending={false} />
          ))}
        </Part>
      ))}
      {optional && <OptionalPart {...{ optional, content }} typed={NOTHING} errors={NOTHING} isSending={false} />}
      <SendPart words={words} privacyHref={privacyHref} sending={false} isNotSent={false}>
        <p className="notice">{end}</p>
      </SendPart>
    </>
  );
}
