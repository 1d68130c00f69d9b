import { proveWork } from "./prove-work";
import type { Refusal } from "./refusal";

/** What the server said: where the receipt is, what to change, or nothing at all (offline, proxy error, timeout). */
export type Sent = { kind: "kept"; receipt: string } | { kind: "refused"; refusal: Refusal } | { kind: "not-sent" };

/** Longer than this nobody waits at a button; the same key makes another press harmless. */
const PATIENCE_MS = 20_000;

/** Sends the form as it stands in the page, hidden fields included, to its own address, as JSON. */
export async function sendResponse(form: HTMLFormElement): Promise<Sent> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  const fields = Object.fromEntries(new FormData(form));
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(fields),
      signal: impatience.signal,
    });
    const receipt = answer.headers.get("location");
    const body = await answer.json();
    if (answer.ok && receipt && body.challenge) await proveWork(form.action, fields, body.challenge);
    if (answer.ok && receipt) return { kind: "kept", receipt };
    return readRefusal(body);
  } catch {
    return { kind: "not-sent" };
  } finally {
    clearTimeout(timer);
  }
}

function readRefusal(body: { message?: string; errors?: Record<string, string> }): Sent {
  if (!body.message && !body.errors) return { kind: "not-sent" };
  return { kind: "refused", refusal: { form: body.message ?? null, items: body.errors ?? {} } };
}
