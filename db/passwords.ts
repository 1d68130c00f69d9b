import { randomUUID } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { and, eq, gt, ne, sql } from "drizzle-orm";
import { env } from "@/lib/env";
import type { Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { hashToken, newToken } from "./one-time-token";
import { staff, staffAccount, staffSession } from "./schema/staff";
import { passwordReset } from "./schema/staff-rights";
import { endTwoFactor } from "./two-factor";

/** Somebody who changes what is their own; no right to anything else comes with it. */
type Owner = Pick<Staff, "id" | "name" | "email">;

/** Whether a password is the one that a person signs in with. False also for somebody who has none. */
export async function isPasswordOf(owner: Owner, password: string): Promise<boolean> {
  const [account] = await database()
    .select({ hash: staffAccount.password })
    .from(staffAccount)
    .where(credentialOf(owner.id));
  return account?.hash ? verifyPassword({ hash: account.hash, password }) : false;
}

/** Gives oneself another password and ends one's other sessions: whoever else knew the old one is out. */
export async function changePassword(owner: Owner, password: string, sessionId: string): Promise<void> {
  const hash = await hashPassword(password);
  await database().transaction(async (tx) => {
    await setPassword(tx, owner.id, hash);
    await tx.delete(staffSession).where(and(eq(staffSession.staffId, owner.id), ne(staffSession.id, sessionId)));
    await recordAct(tx, owner, { act: "password.changed", subject: owner.email });
  });
}

/**
 * Makes a link to a new password for somebody who forgot theirs, for a day, in place of an earlier one; returns its
 * token, which is shown once, or null when nobody has that account. Nobody signed in (`null`) is the command line, whose
 * links switch two-factor off too.
 */
export async function makeResetLink(by: Staff | null, email: string): Promise<{ token: string } | null> {
  const token = newToken();
  return database().transaction(async (tx) => {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(eq(staff.email, email.toLowerCase()))
      .for("update");
    if (!person) return null;
    await tx.delete(passwordReset).where(eq(passwordReset.staffId, person.id));
    const kept = { tokenHash: hashToken("new-password", token), staffId: person.id, endsTwoFactor: by === null };
    await tx.insert(passwordReset).values({ ...kept, expiresAt: sql`now() + interval '24 hours'` });
    await recordAct(tx, by, { act: "password.reset-link-made", subject: email.toLowerCase() });
    return { token };
  });
}

/** Whether a person has a password here: nobody does who only ever came by single sign-on. */
export async function hasPassword(owner: Owner): Promise<boolean> {
  const found = await database().select({ id: staffAccount.id }).from(staffAccount).where(credentialOf(owner.id));
  return found.length > 0;
}

/** Whose link a token belongs to while it works, or null. */
export async function findReset(token: string): Promise<Owner | null> {
  const columns = { id: staff.id, name: staff.name, email: staff.email };
  const [found] = await database()
    .select(columns)
    .from(passwordReset)
    .innerJoin(staff, eq(staff.id, passwordReset.staffId))
    .where(worksNow(token));
  return found ?? null;
}

/** Sets the new password of a link's holder, ends all their sessions and the link. Null when it no longer works. */
export async function resetPassword(token: string, password: string): Promise<Owner | null> {
  const owner = await findReset(token);
  if (!owner) return null;
  const hash = await hashPassword(password);
  return database().transaction(async (tx) => {
    const ended = await tx
      .delete(passwordReset)
      .where(worksNow(token))
      .returning({ ends: passwordReset.endsTwoFactor });
    if (ended.length === 0) return null;
    await setPassword(tx, owner.id, hash);
    await tx.delete(staffSession).where(eq(staffSession.staffId, owner.id));
    await recordAct(tx, owner, { act: "password.reset", subject: owner.email });
    if (ended[0]?.ends) await endTwoFactor(tx, owner, owner.id);
    return owner;
  });
}

const credentialOf = (staffId: string) =>
  and(eq(staffAccount.staffId, staffId), eq(staffAccount.providerId, "credential"));

const worksNow = (token: string) =>
  and(
    eq(passwordReset.tokenHash, hashToken("new-password", token)),
    gt(passwordReset.expiresAt, sql`now()`),
    // Where single sign-on is the only way in, the command line's links are the way back.
    env().OIDC_ONLY ? passwordReset.endsTwoFactor : undefined,
  );

async function setPassword(tx: Transaction, staffId: string, password: string): Promise<void> {
  const account = { id: randomUUID(), staffId, accountId: staffId, providerId: "credential", password };
  const target = [staffAccount.providerId, staffAccount.accountId];
  await tx
    .insert(staffAccount)
    .values(account)
    .onConflictDoUpdate({ target, set: { password, updatedAt: sql`now()` } });
}
