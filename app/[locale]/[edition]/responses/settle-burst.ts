import type { Challenge } from "altcha-lib";
import type { Edition } from "@/db/editions";
import { type Arrival, acceptProof } from "@/db/suspicions";
import type { ResponseContent } from "@/lib/survey/response";
import { challengeFor, isProofOf } from "./proof";
import type { Sender } from "./reply";

/**
 * Takes an answer of a burst into the results where it brings a proof of work; otherwise gives the task for one to a
 * script, null to a form, which could not solve it.
 */
export async function settleBurst(
  { slug, json, fields }: Sender,
  edition: Edition,
  content: ResponseContent,
  arrival: Arrival,
  now: Date,
): Promise<Challenge | null> {
  const submission = { slug, idempotencyKey: content.idempotencyKey };
  if (!(await isProofOf(submission, fields.proof))) return json ? challengeFor(submission, now) : null;
  await acceptProof(edition, content, arrival, now);
  return null;
}
