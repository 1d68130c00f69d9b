import { randomUUID } from "node:crypto";
import { secretFor } from "@/app/_sender/page-secret";
import { pageStamp } from "@/lib/survey/page-stamp";
import type { RefusedPost } from "../refused-post";

/** What makes a page one of its own: its idempotency key, and when it was made, under seal. */
export interface PageKey {
  readonly idempotencyKey: string;
  readonly made?: string | undefined;
}

/** The key of a new page; a page that comes back from a refusal keeps the key and the time of the first. */
export async function pageKey(
  slug: string,
  { idempotencyKey, made }: Pick<RefusedPost, "idempotencyKey" | "made">,
): Promise<PageKey> {
  if (idempotencyKey !== undefined) return { idempotencyKey, made };
  const page = { slug, idempotencyKey: randomUUID() };
  return { idempotencyKey: page.idempotencyKey, made: pageStamp(await secretFor("page-stamp"), page, new Date()) };
}
