/** An address to go on to after signing in: the sent path when it stays below /admin on this site, else /admin. */
export function pathBelowAdmin(sent: unknown): string {
  if (typeof sent !== "string") return "/admin";
  // The URL parser sees what a browser would: backslashes, "..", "//host" and control characters included.
  const url = URL.canParse(sent, ORIGIN) ? new URL(sent, ORIGIN) : null;
  if (url?.origin !== ORIGIN || !/^\/admin(\/|$)/.test(url.pathname)) return "/admin";
  return url.pathname + url.search;
}

const ORIGIN = "http://department.invalid";
