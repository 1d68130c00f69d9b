/** What the header fields of one answer depend on. */
export interface Asked {
  /** The path as it was asked for, with or without its query. */
  readonly url: string;
  /** What inline scripts and styles of this answer carry, and nobody can guess. */
  readonly nonce: string;
  /** Readers reach the app by https. */
  readonly isHttps: boolean;
  /** `npm run dev`, whose reloading evaluates code. */
  readonly isDev: boolean;
}

const TWO_YEARS_SECONDS = 63_072_000;

/** What no page of ours uses, and so no script that got into one may. */
const UNUSED = ["camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb"];

/**
 * Every header field by which a browser defends us, for one answer: names in lower case and their values. A reader on a
 * phone pays for each byte of eight scripts and styles, which get what means something for them.
 */
export function securityHeaders(asked: Asked): Record<string, string> {
  const { url, isHttps } = asked;
  const always = {
    "x-content-type-options": "nosniff",
    ...(isHttps && { "strict-transport-security": `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` }),
  };
  if (isStaticFile(url)) return always;
  return {
    ...always,
    "content-security-policy": contentSecurityPolicy(asked),
    "cross-origin-opener-policy": "same-origin",
    // Pictures of the shared cards are for other sites to show, and nothing else is.
    "cross-origin-resource-policy": url.startsWith("/share/") ? "cross-origin" : "same-origin",
    // Addresses hold receipt codes and one-time tokens, which no other site may see.
    "referrer-policy": "same-origin",
    "permissions-policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
    // For browsers that do not know frame-ancestors.
    "x-frame-options": isFramed(url) ? "SAMEORIGIN" : "DENY",
  };
}

/** The script, style or font of a build; anything else below that address is answered with a page. */
export function isStaticFile(url: string): boolean {
  return /^\/_next\/static\/[\w./~-]+\.(js|css|woff2?)$/.test(url);
}

/** The form as the instrument's preview shows it, in a frame as narrow as a telephone: by ourselves alone. */
function isFramed(url: string): boolean {
  return /^\/admin\/editions\/[\w-]+\/instrument\/preview\?(?:[^#]*&)?bare=1(?:&|$)/.test(url);
}

/**
 * What a page may load and where it may send, by CSP level 3: scripts with the nonce and what they load themselves
 * ('self' is for browsers without 'strict-dynamic', Safari below 15.4), styles of ours, no plugin, no frame, no base.
 */
export function contentSecurityPolicy({ url, nonce, isHttps, isDev }: Asked): string {
  const ours = `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${ours} 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src ${ours}`,
    // The icon stands within the page (app/_ui/icon.ts).
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // Any page of the desk can become the preview without being loaded anew.
    ...(url.startsWith("/admin/") ? ["frame-src 'self'"] : []),
    `frame-ancestors ${isFramed(url) ? "'self'" : "'none'"}`,
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
