import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { nonceIn, renewNonce } from "@/app/_defence/nonce";
import { processWide } from "@/app/_observe/process-wide";
import { REQUEST_ID_HEADER } from "@/app/_observe/request-id";
import { env } from "@/lib/env";

/**
 * A route cannot render a page, and a page cannot read a form's body. So the route that refuses a form fetches the page
 * from this same process and hands it what was typed, under an id that only it knows (docs/decisions/0003).
 */
const HEADER = "x-handover";
const POLICY = "content-security-policy";

/** A page of ours takes some 50 ms; what a reader typed is not kept in memory for a server that is stuck. */
const PATIENCE_MS = 10_000;

// Next bundles routes and pages apart; what they share is the process.
const shared = globalThis as typeof globalThis & { reportFeedbackHandovers?: Map<string, unknown> };
const waiting = (shared.reportFeedbackHandovers ??= new Map<string, unknown>());

/** The HTML of one of our own pages, made with `handed`, under another status. Throws when the page can't be had. */
export async function renderPage(path: string, handed: unknown, status: number): Promise<Response> {
  const id = randomUUID();
  waiting.set(id, handed);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const request = (await headers()).get(REQUEST_ID_HEADER) ?? id;
    const page = await fetch(`${ownOrigin()}${path}`, {
      headers: { [HEADER]: id, [REQUEST_ID_HEADER]: request },
      cache: "no-store",
      signal,
    });
    if (!page.ok) throw new Error(`the page to answer with has status ${page.status}`);
    const html = renewNonce(
      await page.text(),
      nonceIn(page.headers.get(POLICY)),
      nonceIn((await headers()).get(POLICY)),
    );
    const type = page.headers.get("content-type") ?? "text/html; charset=utf-8";
    return new Response(html, { status, headers: { "content-type": type, "cache-control": "no-store" } });
  } finally {
    waiting.delete(id);
  }
}

/** What a route handed to the page being rendered, or null for a page that somebody simply opened. */
export async function findHandover(): Promise<unknown> {
  const id = (await headers()).get(HEADER);
  return (id && waiting.get(id)) ?? null;
}

function ownOrigin(): string {
  const inner = processWide()?.innerOrigin;
  if (inner) return inner;
  const { HOST, PORT } = env();
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}
