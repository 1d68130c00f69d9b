import type { ReactNode } from "react";
import { demoMark } from "@/lib/demo-mark";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locale";

/** What a layout shows: in the demo with the mark above, else exactly what it was given. */
export function demoFramed(locale: Locale, children: ReactNode): ReactNode {
  if (!env().DEMO) return children;
  const { label, text, css } = demoMark(locale);
  return (
    <>
      <style>{css}</style>
      <aside className="demo-mark" aria-label={label}>
        {text}
      </aside>
      {children}
    </>
  );
}
