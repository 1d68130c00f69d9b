import { env } from "@/lib/env";

const hasTls = () => env().publicUrl.startsWith("https:");

/**
 * What the names of our cookies begin with. Cookies know no ports: a demo beside a real one on the same machine has
 * names of its own, or signing in to one would sign people out of the other. With TLS, browsers see to it that a name
 * with `__Host-` was set by this host, over TLS, and by nobody else.
 */
export function cookiePrefix(): string {
  return `${hasTls() ? "__Host-" : ""}${env().DEMO ? "demo-feedback" : "feedback"}`;
}

/** The name of a cookie of ours that we set ourselves. */
export function cookieName(name: string): string {
  return `${cookiePrefix()}.${name}`;
}

/** Whether a cookie is the one of a name that better-auth set. */
export function isAuthCookie(cookie: string, name: string): boolean {
  return cookie === cookieName(name);
}

/**
 * Of every cookie: no script reads it, and no form of another site brings it along. `__Host-` asks for the path `/`;
 * without TLS it is for the department's pages alone. `maxAge` in seconds; without it, until the browser is closed.
 */
export function cookieAttributes(maxAge?: number) {
  const isSecure = hasTls();
  return {
    httpOnly: true,
    sameSite: "lax" as const,
    secure: isSecure,
    path: isSecure ? "/" : "/admin",
    ...(maxAge !== undefined && { maxAge }),
  };
}
