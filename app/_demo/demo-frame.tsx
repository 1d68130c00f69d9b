import type { ReactNode } from "react";
import { demoMark } from "@/lib/demo-mark";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locale";

/** What a layout shows: in the demo with the mark above, else exactly what it was given. */
export function demoFramed(locale: Locale, children: ReactNode): ReactNode {
  if (!env().DEMO) return children;
  const { label, text } = demoMark(locale);
  return (
    <>
      {/* oxlint-disable-next-line next/no-css-tags -- Imported, it would be in a file that pages of real data load. */}
      <link rel="stylesheet" href="/demo.css" />
      <aside className="demo-mark" aria-label={label} data-mark={text}>
        {text}
      </aside>
      {children}
    </>
  );
}
