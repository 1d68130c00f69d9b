import type { IncomingMessage } from "node:http";

/** What a connection may cost before anybody looked at what it asks for; docs/security.md has the reasons. */
export const SERVER_LIMITS = {
  maxHeaderSize: 16 * 1024,
  /** For the head alone, then for head and body. */
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  // Longer than a proxy's (nginx: 60 s), so that none sends a request into a connection that is just being closed.
  keepAliveTimeout: 65_000,
} as const;

/** After so long without a byte either way, a connection is closed: an export would hold its place for ever. */
export const STILL_MS = 5 * 60_000;

export const MOST_CONNECTIONS = 4_000;

/** In bytes. */
export const LONGEST_ADDRESS = 8_000;

/** The methods that Next knows, and answers with 405 where nothing does; it takes any other for a GET. */
const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What an action of the desk may send, in bytes: what Next takes for one, and answers with 500 beyond. */
const LONGEST_FORM = 1_000_000;

/** Routes that count what they read against a limit of their own, and refuse more in words of their own. */
const COUNTS_ITSELF = /^\/admin\/import\/[^/]+\/files$|\/(responses|correction|withdrawal|contact-withdrawal)$/;

/** Why a request is refused unread, as a status; null for one that is looked at. */
export function refusalOf({ method = "", url = "", headers }: IncomingMessage): 400 | 405 | 413 | 414 | null {
  if (!METHODS.includes(method)) return 405;
  if (url.length > LONGEST_ADDRESS) return 414;
  const [path = ""] = url.split("?", 1);
  if (!isReadable(path)) return 400;
  if (method !== "POST" || COUNTS_ITSELF.test(path)) return null;
  return Number(headers["content-length"] ?? 0) > LONGEST_FORM ? 413 : null;
}

/** Whether an address is made of characters; Next answers percent signs that are none with 500. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
