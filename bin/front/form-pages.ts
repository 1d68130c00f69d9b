import type { IncomingMessage, ServerResponse } from "node:http";
import { pageKey } from "@/app/[locale]/[edition]/_form/page-key";
import { nonceIn } from "@/app/_defence/nonce";
import { logFailure } from "@/app/_observe/log-failure";
import { isStorageFailure } from "@/db/errors";
import { availabilityOf } from "@/lib/survey/edition";
import { type AskedForm, askedForm } from "./asked-form";
import type { ReadMark } from "./form-marks";
import { gzipped } from "./page-gzip";
import { PageMemory } from "./page-memory";
import { type OwnValues, filled, fits } from "./page-template";
import { type RenderedPage, renderPage } from "./render-page";

/** Some 100 kB each: three rounds that are open at once, in two languages, by every channel. */
const MOST_PAGES = 64;

/** Answers who asks for a form from memory; false where Next has to answer after all, null for any other request. */
export type FormPages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | null;

/** The forms' pages of this process: Next renders each once, and again as soon as anything that it shows has changed. */
export function formPages(readMark: ReadMark): FormPages {
  const pages = new PageMemory<RenderedPage & { readonly mark: string }>(MOST_PAGES);
  const rendering = new Set<string>();

  const currentMark = async ({ slug, channel }: AskedForm): Promise<string | null> => {
    const form = await readMark(slug);
    if (!form || availabilityOf(form, new Date()) !== "open") return null;
    return channel === null || form.channels.includes(channel) ? form.mark : null;
  };
  const renderedAs = async (mark: string, { address }: AskedForm) => {
    const kept = pages.find(address);
    if (kept?.mark === mark) return kept;
    // One at a time: whoever comes meanwhile is answered by Next as well.
    if (rendering.has(address)) return null;
    rendering.add(address);
    try {
      const page = await renderPage(address);
      if (page) pages.keep(address, { ...page, mark });
      return page;
    } finally {
      rendering.delete(address);
    }
  };
  const answer = async (asked: AskedForm, response: ServerResponse) => {
    try {
      const mark = await currentMark(asked);
      const page = mark === null ? null : await renderedAs(mark, asked);
      return page !== null && (await send(page, asked, response));
    } catch (error) {
      // What Next will meet as well, and tell of.
      if (!isStorageFailure(error)) logFailure(error, "form page not from memory");
      return false;
    }
  };
  return (request, response) => {
    const asked = askedForm(request);
    return asked && answer(asked, response);
  };
}

async function send({ template, deflated, headers }: RenderedPage, asked: AskedForm, response: ServerResponse) {
  const { idempotencyKey: key, made = "" } = await pageKey(asked.slug, { idempotencyKey: undefined, made: undefined });
  const own: OwnValues = { nonce: nonceIn(String(response.getHeader("content-security-policy"))) ?? "", key, made };
  if (!fits(template, own)) return false;
  const page = filled(template, own);
  // Before the headers: if this throws, Next answers, and not under ours.
  const body = asked.gzip ? gzipped(page, template, deflated, own) : page;
  for (const [name, value] of headers) if (!response.hasHeader(name)) response.setHeader(name, value);
  if (asked.gzip) response.setHeader("content-encoding", "gzip");
  response.end(body);
  return true;
}
