import { cache } from "react";
import { type Edition, findEdition } from "@/db/editions";
import { type ReceiptResponse, findResponseByReceipt } from "@/db/responses";
import { findReceiptCode } from "@/lib/survey/receipt-code";

/** A receipt with the edition in the version that was answered. */
export interface Receipt {
  readonly code: string;
  readonly response: ReceiptResponse;
  readonly edition: Edition;
}

/** The receipt that an address names (`typed` as it stands there), or null when there is none of that edition. */
export const findReceipt = cache(async (slug: string, typed: string): Promise<Receipt | null> => {
  const code = findReceiptCode(safeDecode(typed));
  const response = code ? await findResponseByReceipt(code) : null;
  if (!code || response?.editionSlug !== slug) return null;
  const edition = await findEdition(slug, response.instrumentVersion);
  return edition && { code, response, edition };
});

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
