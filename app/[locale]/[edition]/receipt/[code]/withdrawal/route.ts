import { logFailure } from "@/app/_observe/log-failure";
import { isStorageFailure } from "@/db/errors";
import { withdrawResponse } from "@/db/receipt-rights";
import { findReceiptCode } from "@/lib/survey/receipt-code";
import { replyRefused } from "../../../responses/reply";
import { replyReceipt } from "../../../responses/reply-receipt";
import { senderOf } from "../../../responses/sender";
import { findReceipt } from "../find-receipt";

type Context = { params: Promise<{ locale: string; edition: string; code: string }> };

/** Takes an answer back for the holder of its code; the receipt then says so. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const sender = await senderOf(request, params);
  const { code } = await params;
  try {
    const receipt = await findReceipt(sender.locale, sender.slug, code);
    if (!receipt) return replyRefused(sender, 404, "unknownReceipt");
    await withdrawResponse(receipt.code, new Date());
    return replyReceipt(sender, receipt.code, 200, null);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return replyRefused(sender, 503, "withdrawalStorage", findReceiptCode(code) ?? undefined);
  }
}
