import { demoHtml } from "@/app/_demo/demo-html";
import { escapeHtml } from "@/lib/escape-html";
import type { Locale } from "@/lib/locale";
import { FAILURE_WORDS } from "@/lib/messages/failure";

/** What a bare page says, and the way on from it. */
export interface BarePage {
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
  readonly way?: { readonly href: string; readonly text: string; readonly isApart?: boolean } | undefined;
  /** The id of a request that failed, by which the operator's log names it. */
  readonly reference?: string | null | undefined;
}

/** A page by hand, for when not even a page can be made: the database that pages need is the one that failed. */
export function barePage({ locale, title, text, way, reference }: BarePage, status: number): Response {
  const link = way
    ? `<p><a href="${escapeHtml(way.href)}"${way.isApart ? ' target="_blank" rel="noopener"' : ""}>${escapeHtml(way.text)}</a></p>`
    : "";
  const number = reference
    ? `<p class="reference">${FAILURE_WORDS[locale].reference}<code>${escapeHtml(reference)}</code></p>`
    : "";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/bare.css"></head><body>${demoHtml(locale)}<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${link}${number}</main></body></html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "retry-after": "10" };
  return new Response(html, { status, headers });
}
