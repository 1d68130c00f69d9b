import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { hashToken, newToken } from "./one-time-token";
import { setUpToken, staff, staffAccount } from "./schema/staff";

/** What the first administrator types. The e-mail is kept in lower case. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Why a set-up link does not work: somebody was first, it is older than a day, or it was never handed out. */
export type SetUpRefusal = "account-exists" | "expired" | "unknown";

/** What the first start found or did; the token belongs to a link that works once, for a day. */
export type FirstAccount = { kind: "exists" } | { kind: "created" } | { kind: "set-up-token"; token: string };

/**
 * Sees to it that somebody can sign in: when there is no account yet, creates an administrator from `email` and
 * `password`, or else hands out a token for the set-up page. Safe when several starters run at once: one account, or a
 * token for each of them.
 */
export async function prepareFirstAccount(email?: string, password?: string): Promise<FirstAccount> {
  const hash = email && password ? await hashPassword(password) : null;
  const token = newToken();
  return database().transaction(async (tx) => {
    await lockStaff(tx);
    if (await hasStaff(tx)) return { kind: "exists" };
    if (email && hash) {
      await insertAdministrator(tx, { name: email, email }, hash, "settings");
      return { kind: "created" };
    }
    await tx.delete(setUpToken).where(lte(setUpToken.expiresAt, sql`now()`));
    await tx
      .insert(setUpToken)
      .values({ tokenHash: hashToken("set-up", token), expiresAt: sql`now() + interval '24 hours'` });
    return { kind: "set-up-token", token };
  });
}

/** Why a set-up token does not work now, or null when it does. */
export async function findSetUpRefusal(token: string): Promise<SetUpRefusal | null> {
  return refusalOf(database(), token);
}

/**
 * Creates the first account, an administrator, for the holder of a set-up token, and ends every such token. Of several
 * people with links, one gets the account.
 */
export async function createFirstAdministrator(
  token: string,
  account: NewAccount,
): Promise<Result<null, SetUpRefusal>> {
  const early = await findSetUpRefusal(token);
  if (early) return fail(early);
  const hash = await hashPassword(account.password);
  return database().transaction(async (tx) => {
    await lockStaff(tx);
    const refusal = await refusalOf(tx, token);
    if (refusal) return fail(refusal);
    await insertAdministrator(tx, account, hash, "link");
    return ok(null);
  });
}

type Reader = Pick<Transaction, "select">;

async function refusalOf(db: Reader, token: string): Promise<SetUpRefusal | null> {
  if (await hasStaff(db)) return "account-exists";
  const known = eq(setUpToken.tokenHash, hashToken("set-up", token));
  const alive = and(known, gt(setUpToken.expiresAt, sql`now()`));
  if ((await db.select({ hash: setUpToken.tokenHash }).from(setUpToken).where(alive)).length > 0) return null;
  return (await db.select({ hash: setUpToken.tokenHash }).from(setUpToken).where(known)).length > 0
    ? "expired"
    : "unknown";
}

/** Lets one transaction at a time decide whether there is an account; reading goes on. */
async function lockStaff(tx: Transaction): Promise<void> {
  await tx.execute(sql`lock table ${staff} in share row exclusive mode`);
}

async function hasStaff(db: Reader): Promise<boolean> {
  return (await db.select({ id: staff.id }).from(staff).limit(1)).length > 0;
}

/** The log names the holder of a link as who made the account, and nobody where the settings did. */
async function insertAdministrator(
  tx: Transaction,
  { name, email }: Omit<NewAccount, "password">,
  hash: string,
  by: "link" | "settings",
): Promise<void> {
  const role = "administrator";
  const made = { id: randomUUID(), name, email: email.toLowerCase() };
  const { id } = made;
  await tx.insert(staff).values({ ...made, role });
  await tx
    .insert(staffAccount)
    .values({ id: randomUUID(), staffId: id, providerId: "credential", accountId: id, password: hash });
  await tx.delete(setUpToken);
  const after = { role, by };
  await recordAct(tx, by === "link" ? made : null, { act: "staff.first", subject: made.email, after });
}
