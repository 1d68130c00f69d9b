import { findHandover } from "@/app/_handover/handover";
import type { Refusal } from "./_form/refusal";

/** What a post that was not kept hands to the form's page, so that the reader finds everything again. */
export interface RefusedPost {
  readonly refusal: Refusal;
  /** For the document's title, where it counts what is to change. */
  readonly heading?: string | undefined;
  /** Every field by name; the values of a list (`topics`) are joined by commas. */
  readonly typed: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string | undefined;
  readonly made?: string | undefined;
  readonly channel?: string | null | undefined;
  /** The version that was being answered: a newer one may have no place for what was typed. */
  readonly instrumentVersion?: number | undefined;
}

/** The post that the form's page is being rendered for (`isReturned`); an empty one where somebody simply opened it. */
export async function findRefusedPost(): Promise<RefusedPost & { isReturned: boolean }> {
  const post = (await findHandover()) as RefusedPost | null;
  return post ? { ...post, isReturned: true } : { refusal: { form: null, items: {} }, typed: {}, isReturned: false };
}
