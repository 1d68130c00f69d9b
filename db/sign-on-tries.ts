import { randomUUID } from "node:crypto";
import { and, eq, gt, like, lte, sql } from "drizzle-orm";
import { database } from "./client";
import { hashToken } from "./one-time-token";
import { staffVerification } from "./schema/staff";

/** What a try to sign in by single sign-on has to prove when it comes back, and where it goes on to. */
export interface SignOnTry {
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

/** Keeps a try for ten minutes under the hash of its state, and forgets those that are over. */
export async function keepSignOnTry(state: string, { nonce, verifier, next }: SignOnTry): Promise<void> {
  await database()
    .delete(staffVerification)
    .where(and(like(staffVerification.identifier, "sign-on:%"), lte(staffVerification.expiresAt, sql`now()`)));
  await database()
    .insert(staffVerification)
    .values({
      id: randomUUID(),
      identifier: nameOf(state),
      value: JSON.stringify({ nonce, verifier, next }),
      expiresAt: sql`now() + interval '10 minutes'`,
    });
}

/** The try of a state, once: whoever asks second gets null, as for one that is over or never was. */
export async function takeSignOnTry(state: string): Promise<SignOnTry | null> {
  const [taken] = await database()
    .delete(staffVerification)
    .where(and(eq(staffVerification.identifier, nameOf(state)), gt(staffVerification.expiresAt, sql`now()`)))
    .returning({ value: staffVerification.value });
  return taken ? (JSON.parse(taken.value) as SignOnTry) : null;
}

const nameOf = (state: string) => `sign-on:${hashToken("sign-on", state)}`;
