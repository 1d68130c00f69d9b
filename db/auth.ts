import { randomBytes } from "node:crypto";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { env } from "@/lib/env";
import { database } from "./client";
import { serverSecret, staff, staffAccount, staffSession, staffVerification } from "./schema/staff";
import { staffTwoFactor } from "./schema/staff-rights";

/** better-auth's models by the names that `authAdapter` knows them by. */
export const AUTH_MODELS = {
  user: "staff",
  session: "staffSession",
  account: "staffAccount",
  verification: "staffVerification",
  twoFactor: "staffTwoFactor",
} as const;

/** The tables of staff as better-auth reads and writes them. */
export function authAdapter() {
  return drizzleAdapter(database(), {
    provider: "pg",
    schema: { staff, staffSession, staffAccount, staffVerification, staffTwoFactor },
  });
}

/**
 * The secret that signs session cookies: AUTH_SECRET, else a random one made once and kept in the database, so that
 * every process on it takes the others' cookies. Kept there it is no weaker: whoever reads that table also reads the
 * session tokens beside it, which the signature is there to protect.
 */
export async function signingSecret(): Promise<string> {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET) return AUTH_SECRET;
  return (await findSigningSecret()) ?? (await makeSigningSecret());
}

async function findSigningSecret(): Promise<string | null> {
  const [kept] = await database().select({ signing: serverSecret.signing }).from(serverSecret);
  return kept?.signing ?? null;
}

async function makeSigningSecret(): Promise<string> {
  const signing = randomBytes(32).toString("base64url");
  await database().insert(serverSecret).values({ signing }).onConflictDoNothing();
  // Another process may have been first.
  const kept = await findSigningSecret();
  if (!kept) throw new Error("the signing secret was deleted while it was made");
  return kept;
}
