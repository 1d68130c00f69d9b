import { countAnswer } from "@/app/_observe/count-answer";
import { logFailure } from "@/app/_observe/log-failure";
import { findEdition } from "@/db/editions";
import { isStorageFailure } from "@/db/errors";
import type { ResponseErrors } from "@/lib/survey/response";
import { FAILED_HEADER, type FailedInFront } from "./failed-header";
import { type Sender, replyCleared, replyInvalid, replyRefused, replySwitched, replyUnavailable } from "./reply";
import { replyKept } from "./reply-receipt";
import { senderOf } from "./sender";
import { type Taken, takeSubmission } from "./take-submission";

const UNKNOWN_VERSION: ResponseErrors = { kind: "invalid", items: { instrument: { code: "bad-field" } } };

type Context = { params: Promise<{ locale: string; edition: string }> };

/**
 * The stable address of a submission: form fields → 303 to the receipt, JSON → 201; see docs/architecture.md. What
 * `bin/front/submissions.ts` can answer does not come here.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const sender = await senderOf(request, context.params);
  const failed = request.headers.get(FAILED_HEADER) as FailedInFront | null;
  if (failed === "storage") return replyFailed(sender, 503);
  try {
    return await reply(await takeSubmission(request, sender, findEdition));
  } catch (error) {
    // A bug was told of in front.
    if (!failed || isStorageFailure(error)) logFailure(error);
    return replyFailed(sender, isStorageFailure(error) ? 503 : 500);
  }
}

/** Neither the answers nor their sender are at fault, and the log has said what is. */
function replyFailed(sender: Sender, status: 500 | 503): Promise<Response> {
  countAnswer("failed");
  return replyRefused(sender, status, "storage");
}

function reply(taken: Taken): Response | Promise<Response> {
  const { sender } = taken;
  switch (taken.kind) {
    case "unreadable":
      return replyRefused(sender, taken.error.status, taken.error.code);
    case "unknown-version":
      return replyInvalid(sender, null, UNKNOWN_VERSION);
    case "unknown-edition":
      return replyRefused(sender, 404, "unknownEdition");
    case "cleared":
      return replyCleared(sender, taken.item);
    case "switched":
      return replySwitched({ ...sender, locale: taken.locale });
    case "invalid":
      countAnswer("refused");
      return replyInvalid(sender, taken.edition, taken.errors);
    case "closed":
    case "not-yet-open":
      countAnswer("refused");
      return replyUnavailable(sender, taken.edition, taken.kind);
    case "kept":
      return replyKept(taken);
  }
}

async function refuseMethod(request: Request, context: Context): Promise<Response> {
  return replyRefused(await senderOf(request, context.params), 405, "wrongMethod");
}

export { refuseMethod as GET, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE };
