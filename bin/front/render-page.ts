import { nonceIn } from "@/app/_defence/nonce";
import { processWide } from "@/app/_observe/process-wide";
import { REQUEST_ID_HEADER } from "@/app/_observe/request-id";
import { currentRequest } from "../observe/log";
import { deflated } from "./page-gzip";
import { type PageTemplate, templateOf } from "./page-template";

/** A form's page as Next rendered it, to be filled with the own values of each reader's. */
export interface RenderedPage {
  readonly template: PageTemplate;
  readonly deflated: readonly Buffer[];
  /** The header fields that it came with; those that each answer has of its own are made anew. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** A page takes some 50 ms. */
const PATIENCE_MS = 10_000;
/** What belongs to one transmission, and not to the page. */
const OF_ONE_ANSWER = /^(?:connection|keep-alive|date|transfer-encoding|content-length|content-encoding|set-cookie)$/;

/** Has Next render a form's page; null for any other answer than that page with its key. */
export async function renderPage(address: string): Promise<RenderedPage | null> {
  const origin = processWide()?.innerOrigin;
  if (!origin) return null;
  const page = await fetch(origin + address, {
    headers: { [REQUEST_ID_HEADER]: currentRequest.getStore()?.id ?? "", "accept-encoding": "identity" },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const html = await page.text();
  const template = page.status === 200 ? templateOf(html, ownValuesOf(html, page.headers)) : null;
  if (!template) return null;
  const headers = [...page.headers].filter(([name]) => !OF_ONE_ANSWER.test(name));
  return { template, deflated: deflated(template), headers };
}

function ownValuesOf(html: string, headers: Headers) {
  const fieldOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";
  const nonce = nonceIn(headers.get("content-security-policy")) ?? "";
  return { nonce, key: fieldOf("idempotency_key"), made: fieldOf("made") };
}
