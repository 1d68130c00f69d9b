import type { Challenge } from "altcha-lib";
import { countAnswer } from "@/app/_observe/count-answer";
import { addressOf } from "../../_frame/address";
import type { Sender } from "./reply";
import type { Taken } from "./take-submission";

/** The answer is kept, and counted: on to its receipt, for a script with the task that it may solve first. */
export function replyKept({ sender, standing, receiptCode, said, task }: Taken & { kind: "kept" }): Response {
  countAnswer(standing === "valid" ? "accepted" : standing);
  return replyReceipt(sender, receiptCode, said === "corrected" ? 200 : 201, said, task);
}

/** On to the receipt, which says what happened (`said`): 303 for a form, `status` with the code for a script. */
export function replyReceipt(
  sender: Sender,
  receiptCode: string,
  status: 200 | 201,
  said: "changed" | "corrected" | "contactWithdrawn" | null,
  challenge: Challenge | null = null,
): Response {
  const location = addressOf(sender.locale, sender.slug, "receipt", receiptCode) + (said ? `?${said}` : "");
  const headers = { location, "cache-control": "no-store" };
  return sender.json
    ? Response.json(
        { receiptCode, ...(said ? { [said]: true } : {}), ...(challenge ? { challenge } : {}) },
        { status, headers },
      )
    : new Response(null, { status: 303, headers });
}
