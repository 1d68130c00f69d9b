import type { ReactNode } from "react";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { ReportHead } from "./report-head";
import { fieldPeriodText } from "./dates";

interface EditionTitleProps {
  readonly title: string;
  readonly edition: Edition;
  readonly now: Date;
  readonly locale: Locale;
  /** More facts about what the page shows, as list items. */
  readonly children?: ReactNode;
}

/** The head of a page about an edition's round rather than its answers: which report, and how the round stands. */
export function EditionTitle({ children, ...head }: EditionTitleProps) {
  return (
    <ReportHead {...head}>
      <li>{fieldPeriodText(head.locale, head.edition)}</li>
      {children}
    </ReportHead>
  );
}
