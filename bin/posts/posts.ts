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
 * A request as Next may see it, the status that refuses it, or null when its sender left. Next keeps bodies in memory before
 * any of our routes is asked, answers bad ones with 500, and ends the process over one whose sender leaves meanwhile: so it
 * gets each whole. What is too long for a route that has its own words for it goes on without its body, but with the
 * length that it was told or counted.
 */
export async function checkedBody(request: IncomingMessage): Promise<IncomingMessage | 400 | 405 | 411 | 413 | null> {
  const { method, url = "", headers } = request;
  const [path = ""] = url.split("?", 1);
  const place = PLACES.find((one) => one.path.test(path));
  const isCounted = headers["transfer-encoding"] === undefined;
  const told = isCounted ? Number(headers["content-length"] ?? 0) : null;
  if (method !== "POST") return told === 0 ? request : withBody(request, NOTHING);
  if (!place || place.kind === "action") {
    if ((told ?? 0) > LONGEST_FORM) return 413;
    if (!place) return 405;
  }
  if (told !== null && told > place.most) return withBody(request, NOTHING, told);
  if (told === null && place.kind === "file") return 411;
  const body = await readBody(request, place.most);
  if (body === "left") return null;
  if (place.kind !== "action")
    return body === "too-long" ? withBody(request, NOTHING, place.most + 1) : withBody(request, body);
  if (body === "too-long") return 413;
  return (await isDeskForm(headers, body)) ? withBody(request, body) : 400;
}

const NOTHING = Buffer.alloc(0);
