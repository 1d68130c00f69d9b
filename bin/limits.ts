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

/** Why a request is refused unread, as a status; null for one that is looked at. */
export function refusalOf({ method = "", url = "" }: IncomingMessage): 400 | 405 | 414 | null {
  if (!METHODS.includes(method)) return 405;
  if (url.length > LONGEST_ADDRESS) return 414;
  const [path = ""] = url.split("?", 1);
  return isReadable(path) ? null : 400;
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
