import type { IncomingMessage } from "node:http";
import { MAX_FORM_BYTES } from "@/app/[locale]/[edition]/responses/read-fields";
import { ENVELOPE } from "@/app/admin/sent-form";
import { LARGEST_FILE } from "@/lib/import/read-file";
import { LARGEST_LOGO } from "@/lib/survey/logo";
import { isDeskForm } from "./desk-form";
import { readBody, withBody } from "./read-body";

/** What an action of the desk may send, in bytes: what Next takes for one, and answers with 500 beyond. */
const LONGEST_FORM = 1_000_000;

/** Where a body goes: how long it may be, and who says so when it is longer. */
interface Place {
  readonly path: RegExp;
  readonly most: number;
  /** `route`: it refuses what is too long in words of its own. `file`: so does it, and is told the length beforehand. */
  readonly kind: "route" | "file" | "action";
}

const PLACES: readonly Place[] = [
  {
    path: /^\/(?!admin\/)(?:(?:en|zh-CN)\/)?[^/]+\/(?:responses|receipt\/[^/]+\/(?:correction|withdrawal|contact-withdrawal|wait))\/?$/,
    most: MAX_FORM_BYTES,
    kind: "route",
  },
  { path: /^\/admin\/import\/[^/]+\/files\/?$/, most: LARGEST_FILE + ENVELOPE, kind: "file" },
  { path: /^\/admin\/editions\/[^/]+\/notice\/logo\/?$/, most: LARGEST_LOGO + ENVELOPE, kind: "file" },
  { path: /^\/admin(?:\/|$)/, most: LONGEST_FORM, kind: "action" },
];

/** Of those places, the route that is also read, and what of the desk is no page and only read. */
const READ_AND_SENT = /\/receipt\/[^/]+\/wait\/?$/;
const ONLY_READ = /^\/admin\/(?:.+\.(?:csv|png|svg|xlsx)|session|sign-in\/sso(?:\/callback)?)\/?$/;

/** What may be done with an address, as the header field `Allow` says it. */
export function allowedAt(url: string): string {
  const [path = ""] = url.split("?", 1);
  const place = ONLY_READ.test(path) ? undefined : PLACES.find((one) => one.path.test(path));
  if (!place) return "GET, HEAD";
  return place.kind === "action" || READ_AND_SENT.test(path) ? "GET, HEAD, POST" : "POST";
}

/**
 * A request as Next may see it, or the status that refuses it. Next keeps bodies in memory before any of our routes is
 * asked, and answers bad ones with 500, so their length and form are looked at here: what is too long for a route that has
 * its own words for it goes on without its body, but with the length that it was told or counted.
 */
export async function checkedBody(request: IncomingMessage): Promise<IncomingMessage | 400 | 405 | 411 | 413> {
  const { method, url = "", headers } = request;
  const [path = ""] = url.split("?", 1);
  const place = PLACES.find((one) => one.path.test(path));
  const isCounted = headers["transfer-encoding"] === undefined;
  const told = isCounted ? Number(headers["content-length"] ?? 0) : null;
  if (method !== "POST") return told === 0 ? request : withBody(request, Buffer.alloc(0));
  if (!place || place.kind === "action") {
    if ((told ?? 0) > LONGEST_FORM) return 413;
    if (!place) return 405;
  }
  if (told !== null && told > place.most) return withBody(request, Buffer.alloc(0), told);
  if (place.kind === "file" || (place.kind === "route" && told !== null)) return told === null ? 411 : request;
  const body = await readBody(request, place.most);
  if (place.kind === "route")
    return body ? withBody(request, body) : withBody(request, Buffer.alloc(0), place.most + 1);
  if (!body) return 413;
  return (await isDeskForm(headers, body)) ? withBody(request, body) : 400;
}
