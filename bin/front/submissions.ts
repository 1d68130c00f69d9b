import type { IncomingMessage, ServerResponse } from "node:http";
import { FAILED_HEADER, type FailedInFront } from "@/app/[locale]/[edition]/responses/failed-header";
import { MAX_FORM_BYTES, type Sent, isJson } from "@/app/[locale]/[edition]/responses/read-fields";
import { replyKept } from "@/app/[locale]/[edition]/responses/reply-receipt";
import type { Sender } from "@/app/[locale]/[edition]/responses/reply";
import { type FindEdition, takeSubmission } from "@/app/[locale]/[edition]/responses/take-submission";
import { logFailure } from "@/app/_observe/log-failure";
import { isStorageFailure } from "@/db/errors";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { withBody } from "../posts/read-body";
import { isOtherwise } from "./asked-form";

/** The addresses of submissions as our forms write them; Next answers whatever else leads there. */
const SUBMISSION = /^\/(?:(en)\/)?([0-9]{4}(?:-[a-z0-9]{1,16})?)\/responses(\?shared=1)?$/;

/**
 * Takes a submission, and answers where its answers are kept; then gives null. Whatever else is to be said needs a page:
 * then gives the request, with its body, that Next has to answer, which it may read anew, since a key counts once. Null
 * at once for any other request.
 */
export type Submissions = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<IncomingMessage | null> | null;

export function submissions(find: FindEdition): Submissions {
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    by: Pick<Sender, "locale" | "slug" | "isShared">,
  ) => {
    const body = Buffer.concat(await request.toArray());
    const sent = asSent(request, body);
    try {
      const taken = await takeSubmission(sent, { ...by, json: isJson(sent), fields: {} }, find);
      if (taken.kind !== "kept") return withBody(request, body);
      await send(replyKept(taken), response);
      return null;
    } catch (error) {
      logFailure(error, "submission not taken in front");
      const left = withBody(request, body);
      left.headers[FAILED_HEADER] = (isStorageFailure(error) ? "storage" : "bug") satisfies FailedInFront;
      return left;
    }
  };
  return (request, response) => {
    const { method, url = "", headers } = request;
    const [address, locale, slug, shared] = method === "POST" ? (SUBMISSION.exec(url) ?? []) : [];
    const length = Number(headers["content-length"]);
    if (!address || !slug || !(length > 0 && length <= MAX_FORM_BYTES) || isOtherwise(headers)) return null;
    return answer(request, response, {
      locale: findLocale(locale) ?? DEFAULT_LOCALE,
      slug,
      isShared: shared !== undefined,
    });
  };
}

function asSent({ headers }: IncomingMessage, body: Buffer): Sent {
  return { headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null }, body: [body] };
}

async function send(reply: Response, response: ServerResponse): Promise<void> {
  response.statusCode = reply.status;
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  response.end(await reply.text());
}
