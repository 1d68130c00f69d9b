import { createHash } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { barePage } from "@/app/_handover/bare-page";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { cookieAttributes, cookieName, isAuthCookie } from "./cookie-names";
import { LOCALE_COOKIE } from "./department-locale";

/** The cookie that only requests begun by our own pages bring: the proof of a form sent without script. */
const PROOF_COOKIE = "post";
const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * The answer to a form for the department that another site sends in a person's name, null for any other request. What
 * the browser says of the sender counts for every one. A form sent without script also proves its session; with
 * script it has the header `next-action`, which no other site may send without asking us first (decision 37).
 */
export function answerForeignPost(request: NextRequest): Response | null {
  if (SAFE.includes(request.method)) return null;
  const isPlain = !request.headers.has("next-action");
  if (!isFromElsewhere(request.headers) && (!isPlain || hasProof(request))) return null;
  const locale = findLocale(request.cookies.get(cookieName(LOCALE_COOKIE))?.value) ?? DEFAULT_LOCALE;
  const t = translator(locale, "department");
  return barePage({ locale, title: t("foreignPost.title"), text: t("foreignPost.text") }, 403);
}

/** Goes on with a request and, where its session has no proof yet, gives it one. */
export function goOnWithProof(request: NextRequest): Response {
  const answer = NextResponse.next();
  const proof = proofOf(request);
  if (proof === null || !SAFE.includes(request.method) || hasProof(request)) return answer;
  answer.cookies.set(cookieName(PROOF_COOKIE), proof, { ...cookieAttributes(), sameSite: "strict" });
  return answer;
}

/**
 * Whether a browser names another origin as the sender, a sub-domain beside ours included. Sec-Fetch-Site is "none" for
 * what nobody but the person began; it is missing without TLS and in old browsers, which send Origin with every form.
 */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || ![headers.get("host"), new URL(env().publicUrl).host].includes(new URL(origin).host);
}

/** Whether the request's session is proved, or it has none to prove. */
function hasProof(request: NextRequest): boolean {
  const proof = proofOf(request);
  return proof === null || request.cookies.get(cookieName(PROOF_COOKIE))?.value === proof;
}

/** What the holder of a session alone can know of it; null without one. */
function proofOf({ cookies }: NextRequest): string | null {
  const session = cookies.getAll().find(({ name }) => isAuthCookie(name, "session_token"));
  return session ? createHash("sha256").update(`post\n${session.value}`).digest("base64url") : null;
}
