import type { IncomingMessage, ServerResponse } from "node:http";
import { formMarks } from "./form-marks";
import { formPages } from "./form-pages";
import { knownEditions } from "./known-editions";
import { submissions } from "./submissions";

/**
 * Answers a request before Next. Null at once for a request that is not for it; else a promise of null where it answered,
 * and of the request that Next has to answer where it did not.
 */
export type Front = (request: IncomingMessage, response: ServerResponse) => Promise<IncomingMessage | null> | null;

/** The two addresses that readers come by thousands to: the form, from memory, and its submission. */
export function front(): Front {
  const readMark = formMarks();
  const showForm = formPages(readMark);
  const take = submissions(knownEditions(readMark));
  return (request, response) =>
    showForm(request, response)?.then((done) => (done ? null : request)) ?? take(request, response);
}
