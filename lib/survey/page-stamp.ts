import { createHmac, timingSafeEqual } from "node:crypto";

/** What a page's stamp speaks of: its edition and its idempotency key, so that no other page can show it. */
interface Page {
  readonly slug: string;
  readonly idempotencyKey: string;
}

/** When a page was made, for a hidden field, in a form that only the server can write. */
export function pageStamp(secret: string, page: Page, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000).toString(36);
  return `${seconds}.${seal(secret, page, seconds)}`;
}

/** How many seconds ago a page was made, by its stamp; null for none, a forged one, another page's or a later one. */
export function secondsSince(secret: string, page: Page, stamp: unknown, now: Date): number | null {
  const [, seconds, sent] = (typeof stamp === "string" && /^([0-9a-z]{1,9})\.([\w-]{22})$/.exec(stamp)) || [];
  if (!seconds || !sent) return null;
  if (!timingSafeEqual(Buffer.from(sent), Buffer.from(seal(secret, page, seconds)))) return null;
  const passed = now.getTime() / 1000 - Number.parseInt(seconds, 36);
  return passed < 0 ? null : passed;
}

function seal(secret: string, { slug, idempotencyKey }: Page, seconds: string): string {
  const said = `page\n${slug}\n${idempotencyKey.toLowerCase()}\n${seconds}`;
  return createHmac("sha256", secret).update(said).digest("base64url").slice(0, 22);
}
