import { type NextRequest, NextResponse } from "next/server";
import { DEFAULT_LOCALE, findLocale } from "./lib/locale";

/** The readers' addresses: everything but the department, the operators' pages and Next's own files. */
export const config = { matcher: ["/((?!admin|health|metrics|_next/|icon.svg|favicon.ico).*)"] };

/**
 * `/2024` is the form in the default language, `/en/2024` in English; inside, every reader's route starts with its
 * locale.
 */
export function proxy(request: NextRequest) {
  const url = request.nextUrl.clone();
  const [, first = ""] = url.pathname.split("/");
  const named = findLocale(first);
  if (named === DEFAULT_LOCALE) {
    url.pathname = url.pathname.slice(first.length + 1) || "/";
    return NextResponse.redirect(url, 308);
  }
  if (named) return NextResponse.next();
  url.pathname = `/${DEFAULT_LOCALE}${url.pathname === "/" ? "" : url.pathname}`;
  return NextResponse.rewrite(url);
}
