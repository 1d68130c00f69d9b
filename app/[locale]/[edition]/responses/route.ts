import { countAnswer } from "@/app/_observe/count-answer";
import { logFailure } from "@/app/_observe/log-failure";
import { isStorageFailure } from "@/db/errors";
import { type Edition, findEdition } from "@/db/editions";
import { correctByKey } from "@/db/receipt-rights";
import { insertResponse } from "@/db/responses";
import { findLocale } from "@/lib/locale";
import { type ResponseErrors, parseResponse, readInstrumentVersion } from "@/lib/survey/response";
import { arrivalOf } from "./arrival";
import { readFields } from "./read-fields";
import {
  type Sender,
  replyCleared,
  replyInvalid,
  replyKept,
  replyReceipt,
  replyRefused,
  replySwitched,
  replyUnavailable,
} from "./reply";
import { senderOf } from "./sender";
import { settleBurst } from "./settle-burst";

const UNKNOWN_VERSION: ResponseErrors = { kind: "invalid", items: { instrument: { code: "bad-field" } } };

type Context = { params: Promise<{ locale: string; edition: string }> };

/** The stable address of a submission: form fields → 303 to the receipt, JSON → 201; see docs/architecture.md. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const sender = await senderOf(request, context.params);
  try {
    return await receive(request, sender);
  } catch (error) {
    countAnswer("failed");
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return replyRefused(sender, 503, "storage");
  }
}

async function receive(request: Request, pageSender: Sender): Promise<Response> {
  const read = await readFields(request);
  if (!read.ok) return replyRefused(pageSender, read.error.status, read.error.code);
  const { fields, clear, switchTo } = read.value;
  const sender = { ...pageSender, locale: findLocale(fields.locale) ?? pageSender.locale, fields };

  const edition = await findAnsweredEdition(sender.slug, fields);
  if (edition === "unknown-version") return replyInvalid(sender, null, UNKNOWN_VERSION);
  if (!edition) return replyRefused(sender, 404, "unknownEdition");
  if (clear !== null) return replyCleared(sender, clear);
  if (switchTo !== null) return replySwitched({ ...sender, locale: findLocale(switchTo) ?? sender.locale });

  const parsed = parseResponse(edition, fields);
  if (!parsed.ok) {
    countAnswer("refused");
    return replyInvalid(sender, edition, parsed.error);
  }
  const [content, now] = [parsed.value, new Date()];
  const arrival = await arrivalOf(request, sender, content.idempotencyKey, now);
  const outcome = await insertResponse(edition, content, sender.locale, now, arrival);
  countAnswer(outcome.kind !== "kept" ? "refused" : outcome.standing === "valid" ? "accepted" : outcome.standing);
  if (outcome.kind !== "kept") return replyUnavailable(sender, edition, outcome.kind);
  const task = outcome.burst ? await settleBurst(sender, edition, content, arrival, now) : null;
  const isCorrected = outcome.changed && (await correctByKey(edition, content, now)) === "corrected";
  return isCorrected
    ? replyReceipt(sender, outcome.receiptCode, 200, "corrected", task)
    : replyKept(sender, outcome, task);
}

/** The edition with the instrument version that the page was made from; the newest where the sender names none. */
async function findAnsweredEdition(
  slug: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Edition | "unknown-version" | null> {
  const version = readInstrumentVersion(fields);
  if (version === null) return "unknown-version";
  const edition = await findEdition(slug, version);
  return edition ?? (version === undefined || !(await findEdition(slug)) ? null : "unknown-version");
}

async function refuseMethod(request: Request, context: Context): Promise<Response> {
  return replyRefused(await senderOf(request, context.params), 405, "wrongMethod");
}

export { refuseMethod as GET, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE };
