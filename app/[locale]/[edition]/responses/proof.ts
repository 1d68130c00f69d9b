import { type Challenge, type Payload, createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { secretFor } from "@/app/_sender/page-secret";
import { idempotencyHash } from "@/lib/survey/receipt-code";

/** Each try is 2,000 rounds of SHA-256, and 100 to 300 are needed: 0.1 s on a desk, a second or two on an old phone. */
const ROUNDS = 2000;
const TRIES = { least: 100, most: 300 };
/** Long enough for a bad network between question and answer. */
const LIFETIME_MS = 10 * 60 * 1000;

/** A submission, which its proof is good for and no other. */
interface Submission {
  readonly slug: string;
  readonly idempotencyKey: string;
}

/** A computing task for the sender of one submission; nothing of it is kept here. */
export async function challengeFor({ slug, idempotencyKey }: Submission, now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: ROUNDS,
    counter: randomInt(TRIES.most, TRIES.least),
    data: { for: idempotencyHash(slug, idempotencyKey) },
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    deriveKey,
    hmacSignatureSecret: await secretFor("proof"),
    hmacKeySignatureSecret: await secretFor("proof-key"),
  });
}

/** Whether what was sent is the solved task of this submission. */
export async function isProofOf({ slug, idempotencyKey }: Submission, sent: unknown): Promise<boolean> {
  if (typeof sent !== "string" || sent === "") return false;
  try {
    const { challenge, solution } = JSON.parse(sent) as Payload;
    if (challenge.parameters.data?.for !== idempotencyHash(slug, idempotencyKey)) return false;
    const secrets = {
      hmacSignatureSecret: await secretFor("proof"),
      hmacKeySignatureSecret: await secretFor("proof-key"),
    };
    return (await verifySolution({ challenge, solution, deriveKey, ...secrets })).verified;
  } catch (error) {
    // Not JSON, or not of the task's shape; a failing database is none of that.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return false;
    throw error;
  }
}
