import { type NextRequest, NextResponse } from "next/server";
import { isTooOld } from "./app/[locale]/[edition]/legacy/too-old";
import { answerForeignPost, goOnWithProof } from "./app/_session/foreign-post";
import { answerLostPost } from "./app/_session/lost-post";
import { DEFAULT_LOCALE, findLocale } from "./lib/locale";

/** The readers' addresses: everything but the operators' pages, Next's own files and public/; and the department's. */
export const config = {
  matcher: [
    "/((?!admin|health|metrics|_next/|favicon.ico|robots.txt|share/|logo/|(?:legacy|bare|demo).css).*)",
    "/admin/:path*",
  ],
};

const FORM = /^\/[^/]+\/[0-9]{4}(-[a-z0-9]+)?\/?$/;

/**
 * `/2024` is the form in the default language, `/en/2024` in English; inside, every reader's route starts with its
 * locale. Of the department's requests, only a form that another site sends, or one sent into a session that is over, is
 * answered here.
 */
export function proxy(request: NextRequest) {
  const url = request.nextUrl.clone();
  const [, first = ""] = url.pathname.split("/");
  if (first === "admin") return answerForeignPost(request) ?? answerLostPost(request) ?? goOnWithProof(request);
  const named = findLocale(first);
  if (named === DEFAULT_LOCALE) {
    url.pathname = url.pathname.slice(first.length + 1) || "/";
    return NextResponse.redirect(url, 308);
  }
  if (!named) url.pathname = `/${DEFAULT_LOCALE}${url.pathname === "/" ? "" : url.pathname}`;
  if (FORM.test(url.pathname) && isTooOld(request.headers.get("user-agent"))) {
    url.pathname = `${url.pathname.replace(/\/$/, "")}/legacy`;
    return NextResponse.rewrite(url);
  }
  return named ? NextResponse.next() : NextResponse.rewrite(url);
}
