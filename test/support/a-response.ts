import { randomUUID } from "node:crypto";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { type ResponseContent, parseResponse } from "@/lib/survey/response";

/** What a reader sends, by item key, and what travels with it. */
export type Answers = Readonly<Record<string, string | number | null | readonly string[]>>;

/** The fields of a submission with a key of its own: `fieldsOf({ overall: 5, advice: "…" })`. */
export function fieldsOf(answers: Answers = { overall: 5 }): Record<string, Answers[string]> {
  return { idempotency_key: randomUUID(), ...answers };
}

/** The same as a form sends it: text only, blanks left out, a field for each of several values. */
export function formOf(answers?: Answers): URLSearchParams {
  const sent = Object.entries(fieldsOf(answers)).filter(([, value]) => value !== null);
  return new URLSearchParams(sent.flatMap(([field, value]) => [value].flat().map((one) => [field, String(one)])));
}

/** A parsed response to the 2024 form: `aResponse({ overall: 5, advice: "…" })`. Throws on answers that don't parse. */
export function aResponse(answers?: Answers): ResponseContent {
  const parsed = parseResponse(JINCHEN_2024, fieldsOf(answers));
  if (!parsed.ok) throw new Error(`not a valid response: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
