import { demoMark } from "@/lib/demo-mark";
import { env } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import type { Locale } from "@/lib/locale";

/** The mark of the demo for pages written by hand, for the beginning of their body; nothing outside the demo. */
export function demoHtml(locale: Locale): string {
  if (!env().DEMO) return "";
  const { label, text, css } = demoMark(locale);
  return `<style>${css}</style><div class="demo-mark" role="note" aria-label="${escapeHtml(label)}">${escapeHtml(text)}</div>`;
}
