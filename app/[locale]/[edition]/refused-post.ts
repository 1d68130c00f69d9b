import { findHandover } from "@/app/_handover/handover";
import type { Refusal } from "./_form/refusal";

/** What a refused post hands to the form's page, so that the reader finds everything again. */
export interface RefusedPost {
  readonly refusal: Refusal;
  /** For the document's title, where it counts what is to change. */
  readonly heading?: string | undefined;
  readonly typed: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string | undefined;
  readonly made?: string | undefined;
  readonly channel?: string | null | undefined;
}

/** The refused post that the form's page is being rendered for; an empty one where somebody simply opened it. */
export async function findRefusedPost(): Promise<RefusedPost> {
  return ((await findHandover()) as RefusedPost | null) ?? { refusal: { form: null, items: {} }, typed: {} };
}
