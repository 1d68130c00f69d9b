import { randomUUID } from "node:crypto";
import { and, eq, gt, ne, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Identity, SignOnRefusal } from "@/lib/single-sign-on";
import type { Role, Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { staff, staffAccount } from "./schema/staff";
import { staffInvitation } from "./schema/staff-rights";
import { isTwoFactorRequired } from "./staff-policy";

type SomeStaff = Pick<Staff, "id" | "name" | "email">;

/**
 * Whose account an identity of the company's single sign-on is: the one linked to it before, else the one with its
 * verified e-mail, else the one that an open invitation of that e-mail makes now; the latter two are linked from then
 * on. The role stays ours. Links and refusals are written to the audit log.
 */
export async function personOf(identity: Identity): Promise<Result<SomeStaff, SignOnRefusal>> {
  return database().transaction(async (tx) => {
    // Two tabs that come back at once: one makes the account, the other finds it.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${identity.issuer} ${identity.subject}`}, 0))`,
    );
    const linked = await findLinked(tx, identity);
    if (linked) return enterAs(tx, linked, identity);
    if (identity.email === null) return refuse(tx, "unverified");
    const known = await findByEmail(tx, identity.email);
    if (!known) return join(tx, identity, identity.email);
    if (await isLinkedToAnother(tx, known.id, identity)) return refuse(tx, "other-person", known.email);
    const entered = await enterAs(tx, known, identity);
    if (entered.ok) await link(tx, entered.value, identity);
    return entered;
  });
}

/** Notes that single sign-on let nobody in, for a reason that was found before anybody was recognised. */
export async function recordSignOnRefusal(reason: SignOnRefusal): Promise<void> {
  await recordAct(database(), null, { act: "session.refused", after: { by: "sso", reason } });
}

type Account = SomeStaff & { readonly twoFactor: boolean };
const ACCOUNT = { id: staff.id, name: staff.name, email: staff.email, twoFactor: staff.twoFactorEnabled };

async function findLinked(tx: Transaction, { issuer, subject }: Identity): Promise<Account | undefined> {
  const [found] = await tx
    .select(ACCOUNT)
    .from(staffAccount)
    .innerJoin(staff, eq(staff.id, staffAccount.staffId))
    .where(and(eq(staffAccount.providerId, issuer), eq(staffAccount.accountId, subject)));
  return found;
}

async function findByEmail(tx: Transaction, email: string): Promise<Account | undefined> {
  const [found] = await tx.select(ACCOUNT).from(staff).where(eq(staff.email, email)).for("update");
  return found;
}

/** An address that the issuer gave to somebody new does not make them their predecessor. */
async function isLinkedToAnother(tx: Transaction, staffId: string, { issuer, subject }: Identity): Promise<boolean> {
  const others = and(
    eq(staffAccount.staffId, staffId),
    eq(staffAccount.providerId, issuer),
    ne(staffAccount.accountId, subject),
  );
  return (await tx.select({ id: staffAccount.id }).from(staffAccount).where(others)).length > 0;
}

/** Whoever has a second factor here, or has to have one, comes in only when the issuer asked for one. */
async function enterAs(tx: Transaction, person: Account, { secondFactor }: Identity) {
  const { twoFactor, ...rest } = person;
  const due = twoFactor || (await isTwoFactorRequired(tx));
  return due && !secondFactor ? refuse(tx, "second-factor", person.email) : ok<SomeStaff>(rest);
}

/** Makes the account of an invitation that still works, and ends the invitation. */
async function join(tx: Transaction, identity: Identity, email: string): Promise<Result<SomeStaff, SignOnRefusal>> {
  if (!identity.secondFactor && (await isTwoFactorRequired(tx))) return refuse(tx, "second-factor");
  const open = and(eq(staffInvitation.email, email), gt(staffInvitation.expiresAt, sql`now()`));
  const [invited] = await tx.delete(staffInvitation).where(open).returning({ role: staffInvitation.role });
  if (!invited) return refuse(tx, "unknown");
  const role: Role = invited.role;
  const made = { id: randomUUID(), name: identity.name ?? email, email };
  await tx.insert(staff).values({ ...made, role });
  await recordAct(tx, made, { act: "staff.joined", subject: email, after: { role } });
  await link(tx, made, identity);
  return ok(made);
}

async function link(tx: Transaction, person: SomeStaff, { issuer, subject }: Identity): Promise<void> {
  const account = { id: randomUUID(), staffId: person.id, providerId: issuer, accountId: subject };
  await tx.insert(staffAccount).values(account);
  await recordAct(tx, person, { act: "staff.linked", subject: person.email, after: { by: "sso" } });
}

/** Names an account of ours only: whoever else came by is nobody to keep. */
async function refuse(tx: Transaction, reason: SignOnRefusal, subject?: string) {
  await recordAct(tx, null, { act: "session.refused", after: { by: "sso", reason }, ...(subject && { subject }) });
  return fail(reason);
}
