import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isTooOld } from "@/app/[locale]/[edition]/legacy/too-old";

/** A form's page that somebody asks for as browsers ask that follow a link. */
export interface AskedForm {
  /** With its query. */
  readonly address: string;
  readonly slug: string;
  /** What has the form of a channel's code; whether the edition has such a channel, only the edition knows. */
  readonly channel: string | null;
  /** Whether the answer may be compressed by gzip. */
  readonly gzip: boolean;
}

/** The form's addresses as they are written everywhere; Next answers whatever else leads there. */
const FORM = /^\/(?:en\/)?([0-9]{4}(?:-[a-z0-9]{1,16})?)(?:\?c=([a-z0-9-]{1,32}))?$/;

/** By these Next would answer with something else, or nobody sends them with a link or a form. */
const OTHERWISE = /^(?:cookie|rsc|next-.*|x-next.*|x-middleware-.*|x-handover|range)$/;

/** Ways of compressing that leave no doubt: anything with a weight, or without gzip, is for Next to judge. */
const GZIP = /^[\w\s,-]*\bgzip\b[\w\s,-]*$/;

/** Whether a request has what Next alone knows how to answer. */
export function isOtherwise(headers: IncomingHttpHeaders): boolean {
  for (const name in headers) if (OTHERWISE.test(name)) return true;
  return false;
}

/** The form that a request asks for, where its page can come from memory; null for all that Next has to answer. */
export function askedForm({ method, url = "", headers }: IncomingMessage): AskedForm | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const [address, slug, channel = null] = FORM.exec(url) ?? [];
  if (!address || !slug || isTooOld(headers["user-agent"])) return null;
  if (isOtherwise(headers) || "content-length" in headers || "transfer-encoding" in headers) return null;
  const accepted = headers["accept-encoding"];
  if (accepted === undefined || accepted === "identity") return { address, slug, channel, gzip: false };
  return typeof accepted === "string" && GZIP.test(accepted) ? { address, slug, channel, gzip: true } : null;
}
