import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Role, Staff } from "@/lib/staff";
import { isStorable } from "@/lib/survey/text";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { hashToken, newToken } from "./one-time-token";
import { staff, staffAccount } from "./schema/staff";
import { staffInvitation } from "./schema/staff-rights";

/** Who was invited and has not come yet. */
export interface Invitation {
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** The invitations whose links still work, by e-mail. */
export async function listInvitations(_staff: Staff): Promise<Invitation[]> {
  return database()
    .select(SHOWN)
    .from(staffInvitation)
    .where(gt(staffInvitation.expiresAt, sql`now()`))
    .orderBy(asc(staffInvitation.email));
}

/**
 * Invites somebody, for seven days, and returns the token of their link, which is shown once. An invitation of the same
 * e-mail that still works stays: somebody may have sent its link. Nobody signed in (`null`) is the command line.
 */
export async function invite(
  by: Staff | null,
  { email, role }: Pick<Invitation, "email" | "role">,
): Promise<Result<{ token: string }, "has-account" | "already-invited">> {
  const token = newToken();
  const invited = { email: email.toLowerCase(), role, tokenHash: hashToken("invitation", token) };
  return database().transaction(async (tx) => {
    if (await hasAccount(tx, invited.email)) return fail("has-account");
    const isOver = lte(staffInvitation.expiresAt, sql`now()`);
    await tx.delete(staffInvitation).where(and(eq(staffInvitation.email, invited.email), isOver));
    const values = { ...invited, expiresAt: sql`now() + interval '7 days'` };
    const made = await tx.insert(staffInvitation).values(values).onConflictDoNothing().returning(SHOWN);
    if (made.length === 0) return fail("already-invited");
    await recordAct(tx, by, { act: "staff.invited", subject: invited.email, after: { role } });
    return ok({ token });
  });
}

/** Ends an invitation; nothing happens when it was used or withdrawn before, or when nothing could be of such an e-mail. */
export async function withdrawInvitation(by: Staff | null, email: string): Promise<void> {
  if (!isStorable(email)) return;
  await database().transaction(async (tx) => {
    const gone = await tx
      .delete(staffInvitation)
      .where(eq(staffInvitation.email, email.toLowerCase()))
      .returning({ role: staffInvitation.role });
    for (const before of gone)
      await recordAct(tx, by, { act: "staff.invitation-withdrawn", subject: email.toLowerCase(), before });
  });
}

/** The invitation of a token that works now, or null. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const [found] = await database().select(SHOWN).from(staffInvitation).where(worksNow(token));
  return found ?? null;
}

/**
 * Makes the invited person's account and ends the invitation; returns the account's id. Null when the invitation no
 * longer works; of two who accept it at once, one gets the account.
 */
export async function acceptInvitation(
  token: string,
  person: { name: string; password: string },
): Promise<string | null> {
  if (!(await findInvitation(token))) return null;
  const hash = await hashPassword(person.password);
  return database().transaction(async (tx) => {
    const [invited] = await tx.delete(staffInvitation).where(worksNow(token)).returning(SHOWN);
    if (!invited || (await hasAccount(tx, invited.email))) return null;
    const made = { id: randomUUID(), name: person.name, email: invited.email };
    await tx.insert(staff).values({ ...made, role: invited.role });
    const account = { id: randomUUID(), staffId: made.id, accountId: made.id };
    await tx.insert(staffAccount).values({ ...account, providerId: "credential", password: hash });
    await recordAct(tx, made, { act: "staff.joined", subject: made.email, after: { role: invited.role } });
    return made.id;
  });
}

const SHOWN = { email: staffInvitation.email, role: staffInvitation.role, expiresAt: staffInvitation.expiresAt };

const worksNow = (token: string) =>
  and(eq(staffInvitation.tokenHash, hashToken("invitation", token)), gt(staffInvitation.expiresAt, sql`now()`));

async function hasAccount(tx: Transaction, email: string): Promise<boolean> {
  return (await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email))).length > 0;
}
