import { logFailure } from "@/app/_observe/log-failure";
import { isStorageFailure } from "@/db/errors";
import { correctResponse } from "@/db/receipt-rights";
import { findLocale } from "@/lib/locale";
import { availabilityOf } from "@/lib/survey/edition";
import { parseResponse } from "@/lib/survey/response";
import { addressOf } from "../../../../_frame/address";
import { readFields } from "../../../responses/read-fields";
import {
  type Sender,
  replyCleared,
  replyInvalid,
  replyRefused,
  replySwitched,
  replyUnavailable,
  replyWithdrawn,
} from "../../../responses/reply";
import { replyReceipt } from "../../../responses/reply-receipt";
import { senderOf } from "../../../responses/sender";
import { findReceipt } from "../find-receipt";

type Context = { params: Promise<{ locale: string; edition: string; code: string }> };

/**
 * Puts corrected answers in the place of those of a receipt; refusals come back as the correction's page. Where there is
 * no such page any more (closed, withdrawn), the edition's own page gives back what was typed.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const sender = await senderOf(request, params);
  try {
    return await correct(request, sender, (await params).code);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return replyRefused(sender, 503, "storage");
  }
}

async function correct(request: Request, page: Sender, typedCode: string): Promise<Response> {
  const read = await readFields(request);
  if (!read.ok) return replyRefused(page, read.error.status, read.error.code);
  const receipt = await findReceipt(page.locale, page.slug, typedCode);
  if (!receipt) return replyRefused(page, 404, "unknownReceipt");
  const { edition, code, response } = receipt;
  const { fields, clear, switchTo } = read.value;
  const locale = findLocale(switchTo) ?? page.locale;
  const typist = { ...page, locale, fields };
  if (response.isWithdrawn) return replyWithdrawn(typist);
  const availability = availabilityOf(edition, new Date());
  if (availability !== "open") return replyUnavailable(typist, edition, availability);

  const sender = { ...typist, formPage: addressOf(locale, page.slug, "receipt", code, "correct") };
  if (switchTo !== null) return replySwitched(sender);
  if (clear !== null) return replyCleared(sender, clear);

  const parsed = parseResponse(edition, fields);
  if (!parsed.ok) return replyInvalid(sender, edition, parsed.error);
  const outcome = await correctResponse(code, parsed.value, new Date());
  if (outcome === "corrected") return replyReceipt(sender, code, 200, "corrected");
  if (outcome === "unknown") return replyRefused(sender, 404, "unknownReceipt");
  return outcome === "withdrawn" ? replyWithdrawn(typist) : replyUnavailable(typist, edition, "closed");
}
