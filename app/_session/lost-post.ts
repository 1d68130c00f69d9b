import type { NextRequest } from "next/server";
import { barePage } from "@/app/_handover/bare-page";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { cookieName, isAuthCookie } from "./cookie-names";
import { LOCALE_COOKIE } from "./department-locale";

/** Where people are who have no session yet: what they send needs none. */
const DOOR = /^\/admin\/(sign-in|set-up|invitation|new-password)(\/|$)/;

/**
 * The answer to a form of the desk that was sent without script after the session's cookie was over: to load this page
 * again, signed in, sends the form again as it was. Null for any other request.
 */
export function answerLostPost(request: NextRequest): Response | null {
  const { method, headers, cookies, nextUrl } = request;
  if (method !== "POST" || headers.has("next-action") || DOOR.test(nextUrl.pathname)) return null;
  if (cookies.getAll().some(({ name }) => isAuthCookie(name, "session_token"))) return null;
  const locale = findLocale(cookies.get(cookieName(LOCALE_COOKIE))?.value) ?? DEFAULT_LOCALE;
  const t = translator(locale, "department");
  const way = { href: "/admin/sign-in", text: t("sessionOver.signIn"), isApart: true };
  return barePage({ locale, title: t("sessionOver.title"), text: t("sessionOver.reload"), way }, 401);
}
