import { eq, sql } from "drizzle-orm";
import type { AuditAct } from "@/lib/audit";
import type { Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { database } from "./client";
import { staff, staffVerification } from "./schema/staff";

type SomeStaff = Pick<Staff, "id" | "name" | "email">;

/** Notes that somebody came in, and how: by which the list of people and the audit log know. */
export async function recordSignIn(
  person: SomeStaff,
  by: "password" | "code" | "recovery code" | "sso",
): Promise<void> {
  await database().transaction(async (tx) => {
    await tx
      .update(staff)
      .set({ lastSignInAt: sql`now()` })
      .where(eq(staff.id, person.id));
    await recordAct(tx, person, { act: "session.started", subject: person.email, after: { by } });
  });
}

/** Notes that somebody signed out. */
export async function recordSignOut(person: SomeStaff): Promise<void> {
  await recordAct(database(), person, { act: "session.ended", subject: person.email });
}

/**
 * Notes a wrong password or code. The log names the account that was tried when there is one; an e-mail of nobody's is
 * not kept, since people mistype their own and type passwords into that field.
 */
export async function recordRefusal(email: string): Promise<void> {
  const [known] = await database()
    .select({ email: staff.email })
    .from(staff)
    .where(eq(staff.email, email.toLowerCase()));
  await recordAct(database(), null, { act: "session.refused", ...(known && { subject: known.email }) });
}

/** Notes a wrong second factor after a right password, by the name of the question that better-auth asked. */
export async function recordRefusedCode(question: string): Promise<void> {
  const [asked] = await database()
    .select({ email: staff.email })
    .from(staffVerification)
    .innerJoin(staff, sql`${staff.id}::text = ${staffVerification.value}`)
    .where(eq(staffVerification.identifier, question));
  const after = { by: "code" };
  await recordAct(database(), null, { act: "session.refused", after, ...(asked && { subject: asked.email }) });
}

/** Notes what somebody did to their own account by way of better-auth, which has a transaction of its own. */
export async function recordOwnAct(person: SomeStaff, act: AuditAct): Promise<void> {
  await recordAct(database(), person, { act, subject: person.email });
}
