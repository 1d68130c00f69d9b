import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { isStorable } from "@/lib/survey/text";
import { recordAct } from "./audit";
import { database } from "./client";
import { staff, staffSession } from "./schema/staff";

/** A sign-in that lasts. Where from and with what is not kept of anybody. */
export interface Session {
  readonly id: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

/** The sessions of a person, the newest first: one's own, or anybody's for an administrator. */
export async function listSessions(_staff: Staff, personId: string): Promise<Session[]> {
  return database()
    .select({ id: staffSession.id, startedAt: staffSession.createdAt, expiresAt: staffSession.expiresAt })
    .from(staffSession)
    .where(and(eq(staffSession.staffId, personId), gt(staffSession.expiresAt, sql`now()`)))
    .orderBy(desc(staffSession.createdAt), staffSession.id);
}

/** Ends all sessions of a person but the one to keep, and returns how many there were. */
export async function endSessions(by: Staff, personId: string, keptId: string | null): Promise<number> {
  return database().transaction(async (tx) => {
    const others = keptId === null ? undefined : ne(staffSession.id, keptId);
    const [person] = await tx.select({ email: staff.email }).from(staff).where(eq(staff.id, personId));
    const ended = await tx
      .delete(staffSession)
      .where(and(eq(staffSession.staffId, personId), others))
      .returning({ id: staffSession.id });
    const after = { sessions: ended.length };
    if (person && ended.length > 0) await recordAct(tx, by, { act: "session.ended", subject: person.email, after });
    return ended.length;
  });
}

/** Ends one session of a person; nothing happens when it is over, or when nothing could have such an id. */
export async function endSession(by: Staff, personId: string, sessionId: string): Promise<void> {
  if (!isStorable(sessionId)) return;
  await database().transaction(async (tx) => {
    const [person] = await tx.select({ email: staff.email }).from(staff).where(eq(staff.id, personId));
    const ended = await tx
      .delete(staffSession)
      .where(and(eq(staffSession.staffId, personId), sql`${staffSession.id}::text = ${sessionId}`))
      .returning({ id: staffSession.id });
    if (person && ended.length > 0)
      await recordAct(tx, by, { act: "session.ended", subject: person.email, after: { sessions: 1 } });
  });
}
