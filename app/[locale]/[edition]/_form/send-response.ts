import type { Refusal } from "./refusal";

/** What the server said: where the receipt is, what to change, or nothing at all (offline, proxy error, timeout). */
export type Sent = { kind: "kept"; receipt: string } | { kind: "refused"; refusal: Refusal } | { kind: "not-sent" };

/** Longer than this nobody waits at a button; the same key makes another press harmless. */
const PATIENCE_MS = 20_000;

/** Sends the form as it stands in the page, hidden fields included, to its own address, as JSON. */
export async function sendResponse(form: HTMLFormElement): Promise<Sent> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(fieldsOf(form)),
      signal: impatience.signal,
    });
    const receipt = answer.headers.get("location");
    if (answer.ok && receipt) return { kind: "kept", receipt };
    return readRefusal(await answer.json());
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

function readRefusal(body: { message?: string; errors?: Record<string, string> }): Sent {
  if (!body.message && !body.errors) return { kind: "not-sent" };
  return { kind: "refused", refusal: { form: body.message ?? null, items: body.errors ?? {} } };
}
