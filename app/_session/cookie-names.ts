import { env } from "@/lib/env";

/**
 * What the names of our cookies begin with. Cookies know no ports: a demo beside a real one on the same machine has
 * names of its own, or signing in to one would sign people out of the other.
 */
export function cookiePrefix(): string {
  return env().DEMO ? "demo-feedback" : "feedback";
}

/** The name of a cookie of ours that we set ourselves. */
export function cookieName(name: string): string {
  return `${cookiePrefix()}.${name}`;
}

/** Whether a cookie is the one of a name that better-auth set, which marks it where the address has TLS. */
export function isAuthCookie(cookie: string, name: string): boolean {
  return [cookieName(name), `__Secure-${cookieName(name)}`].includes(cookie);
}
