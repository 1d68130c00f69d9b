import { proveWork } from "./prove-work";
import type { Refusal } from "./refusal";

/**
 * What the server said: where the receipt is (`isOlder`: of what an earlier press had sent, and what was changed since
 * could not be kept), what to change, or nothing at all (offline, proxy error, timeout).
 */
export type SendOutcome =
  { kind: "kept"; receipt: string; isOlder: boolean } | { kind: "refused"; refusal: Refusal } | { kind: "not-sent" };

/** Longer than this nobody waits at a button; the same key makes another press harmless. */
const PATIENCE_MS = 20_000;

/**
 * Sends the form as it stands in the page, hidden fields included, to its own address; once more where something was
 * ticked or typed meanwhile: the same key makes that a correction.
 */
export async function sendResponse(form: HTMLFormElement): Promise<SendOutcome> {
  const sent = fieldsOf(form);
  const outcome = await post(form.action, sent);
  if (outcome.kind !== "kept" || JSON.stringify(fieldsOf(form)) === JSON.stringify(sent)) return outcome;
  return post(form.action, fieldsOf(form));
}

/**
 * Words are taken for the server's only from a 4xx in our shape: anything else, such as the page of a hotel's network,
 * is no answer.
 */
async function post(address: string, fields: Record<string, unknown>): Promise<SendOutcome> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(fields),
      signal: impatience.signal,
    });
    const receipt = answer.headers.get("location");
    if (!answer.ok || !receipt) return answer.status < 500 ? readRefusal(await answer.json()) : { kind: "not-sent" };
    const { challenge } = await answer.json();
    if (challenge) await proveWork(address, fields, challenge);
    return { kind: "kept", receipt, isOlder: receipt.endsWith("?changed") };
  } catch {
    return { kind: "not-sent" };
  } finally {
    clearTimeout(timer);
  }
}

/** The form's fields by name; topics as a list, since there may be several. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const fields = new FormData(form);
  const topics = fields.getAll("topics");
  return { ...Object.fromEntries(fields), ...(topics.length > 0 ? { topics } : {}) };
}

function readRefusal(body: { message?: string; errors?: Record<string, string> }): SendOutcome {
  if (!body.message && !body.errors) return { kind: "not-sent" };
  return { kind: "refused", refusal: { form: body.message ?? null, items: body.errors ?? {} } };
}
