import { demoMark } from "@/lib/demo-mark";
import { env } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import type { Locale } from "@/lib/locale";

/** The mark of the demo for pages written by hand, for the beginning of their body; nothing outside the demo. */
export function demoHtml(locale: Locale): string {
  if (!env().DEMO) return "";
  const { label, text } = demoMark(locale);
  const [name, words] = [escapeHtml(label), escapeHtml(text)];
  return `<link rel="stylesheet" href="/demo.css"><div class="demo-mark" role="note" aria-label="${name}" data-mark="${words}">${words}</div>`;
}
