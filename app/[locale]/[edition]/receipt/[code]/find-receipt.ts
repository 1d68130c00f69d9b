import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/_sender/client-network";
import { type Edition, findEdition } from "@/db/editions";
import { type ReceiptResponse, findResponseByReceipt } from "@/db/responses";
import { noteReceiptMiss, receiptLookupsResumeAt, senderOf } from "@/db/senders";
import type { Locale } from "@/lib/locale";
import { findReceiptCode } from "@/lib/survey/receipt-code";
import { addressOf } from "../../../_frame/address";

/** A receipt with the edition in the version that was answered. */
export interface Receipt {
  readonly code: string;
  readonly response: ReceiptResponse;
  readonly edition: Edition;
}

/**
 * The receipt that an address names (`typed` as it stands there), or null when there is none of that edition. A network
 * that asked for too many codes that do not exist is led to the page that says when to try again.
 */
export const findReceipt = cache(async (locale: Locale, slug: string, typed: string): Promise<Receipt | null> => {
  const code = receiptCodeIn(typed);
  if (!code) return null;
  const now = new Date();
  const sender = await senderOf(clientNetwork(await headers()), now);
  if (await receiptLookupsResumeAt(sender, now)) redirect(addressOf(locale, slug, "receipt", code, "wait"));
  const response = await findResponseByReceipt(code);
  if (!response) await noteReceiptMiss(sender, now);
  if (response?.editionSlug !== slug) return null;
  const edition = await findEdition(slug, response.instrumentVersion);
  return edition && { code, response, edition };
});

/** The receipt code in a part of an address, as it stands there; null where there is none. */
export function receiptCodeIn(segment: string): string | null {
  try {
    return findReceiptCode(decodeURIComponent(segment));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
