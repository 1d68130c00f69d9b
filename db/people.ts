import { and, asc, eq, gt, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Role, Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { isLastAdministratorRefusal } from "./errors";
import { staff, staffSession } from "./schema/staff";

/** A member of the department as administrators see them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly twoFactor: boolean;
  /** Null for somebody who never signed in. */
  readonly lastSignInAt: Date | null;
  readonly sessions: number;
}

/** Why a person was not changed: gone meanwhile, changed by somebody else, or nobody would be left to administer. */
export type PersonRefusal = "gone" | "changed" | "last-administrator";

/** Everybody who may sign in, by name. */
export async function listPeople(_staff: Staff): Promise<Person[]> {
  return selectPeople(undefined);
}

/** One of them, or null. */
export async function findPerson(_staff: Staff, id: string): Promise<Person | null> {
  if (!UUID.test(id)) return null;
  return (await selectPeople(id))[0] ?? null;
}

/** Gives a person another role; from now on their open pages too. `from` is the role that the change was made from. */
export async function changeRole(
  by: Staff,
  id: string,
  { from, to }: { from: Role; to: Role },
): Promise<Result<null, PersonRefusal>> {
  return unlessLast(async (tx) => {
    const person = await lockPerson(tx, id);
    if (!person) return fail("gone");
    if (person.role !== from) return fail("changed");
    if (to === from) return ok(null);
    await tx
      .update(staff)
      .set({ role: to, updatedAt: sql`now()` })
      .where(eq(staff.id, id));
    const change = { before: { role: from }, after: { role: to } };
    await recordAct(tx, by, { act: "staff.role-changed", subject: person.email, ...change });
    return ok(null);
  });
}

/** Removes a person with their sessions and links. What they did stays in the audit log, under their name. */
export async function removePerson(by: Staff, id: string): Promise<Result<null, PersonRefusal>> {
  return unlessLast(async (tx) => {
    const person = await lockPerson(tx, id);
    if (!person) return fail("gone");
    await tx.delete(staff).where(eq(staff.id, id));
    const before = { name: person.name, role: person.role };
    await recordAct(tx, by, { act: "staff.removed", subject: person.email, before });
    return ok(null);
  });
}

/** Gives oneself another name. */
export async function rename(by: Pick<Staff, "id" | "name" | "email">, name: string): Promise<void> {
  if (name === by.name) return;
  await database().transaction(async (tx) => {
    await tx
      .update(staff)
      .set({ name, updatedAt: sql`now()` })
      .where(eq(staff.id, by.id));
    await recordAct(tx, by, { act: "staff.renamed", subject: by.email, before: { name: by.name }, after: { name } });
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function selectPeople(id: string | undefined): Promise<Person[]> {
  const alive = and(eq(staffSession.staffId, staff.id), gt(staffSession.expiresAt, sql`now()`));
  return database()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      twoFactor: staff.twoFactorEnabled,
      lastSignInAt: staff.lastSignInAt,
      sessions: database().$count(staffSession, alive),
    })
    .from(staff)
    .where(id === undefined ? undefined : eq(staff.id, id))
    .orderBy(asc(staff.name), asc(staff.email));
}

async function lockPerson(tx: Transaction, id: string) {
  if (!UUID.test(id)) return null;
  const columns = { name: staff.name, email: staff.email, role: staff.role };
  const [person] = await tx.select(columns).from(staff).where(eq(staff.id, id)).for("update");
  return person ?? null;
}

type Change = (tx: Transaction) => Promise<Result<null, PersonRefusal>>;

/** The database itself keeps the last administrator, whoever asks and however many at once. */
async function unlessLast(change: Change): Promise<Result<null, PersonRefusal>> {
  try {
    return await database().transaction(change);
  } catch (error) {
    if (isLastAdministratorRefusal(error)) return fail("last-administrator");
    throw error;
  }
}
