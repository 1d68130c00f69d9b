import { type SQL, and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { AuditEvent, AuditedState } from "@/lib/audit";
import type { AuditFilter } from "@/lib/audit-filter";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { auditEvent } from "./schema/audit";

/** Who did what to which state of something, for a `select` from `audit_event`; of many responses not which they were. */
export const eventColumns = {
  id: auditEvent.id,
  at: auditEvent.at,
  staffName: auditEvent.staffName,
  act: auditEvent.act,
  before: auditEvent.before,
  after: sql<AuditedState | null>`${auditEvent.after} - 'responses'`,
};

/** The events that a filter leaves, newest first: at most `limit`, those before `before` (an event's id). */
export async function listAuditEvents(
  _staff: Staff,
  filter: AuditFilter,
  timeZone: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditEvent[]> {
  return database()
    .select({ ...eventColumns, staffEmail: auditEvent.staffEmail, subject: auditEvent.subject })
    .from(auditEvent)
    .where(and(conditionOf(filter, timeZone), before === undefined ? undefined : lt(auditEvent.id, before)))
    .orderBy(desc(auditEvent.id))
    .limit(limit);
}

const BATCH = 1000;

/** Every event that a filter leaves, newest first, read in batches; what happens meanwhile is not among them. */
export async function* readAuditEvents(
  staff: Staff,
  filter: AuditFilter,
  timeZone: string,
): AsyncGenerator<AuditEvent, void, undefined> {
  for (let before: number | undefined; ;) {
    const batch = await listAuditEvents(staff, filter, timeZone, { before, limit: BATCH });
    yield* batch;
    before = batch.at(-1)?.id;
    if (batch.length < BATCH) return;
  }
}

function conditionOf({ person, act, subject, from, until }: AuditFilter, timeZone: string): SQL | undefined {
  const holds = (column: AnyPgColumn, words: string) => sql`${column} ilike ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}`;
  const startOf = (day: string, more: number) =>
    sql`((${day}::date + ${more}::int)::timestamp at time zone ${timeZone})`;
  return and(
    person === null ? undefined : or(holds(auditEvent.staffName, person), holds(auditEvent.staffEmail, person)),
    act === null ? undefined : eq(auditEvent.act, act),
    subject === null ? undefined : holds(auditEvent.subject, subject),
    from === null ? undefined : sql`${auditEvent.at} >= ${startOf(from, 0)}`,
    until === null ? undefined : sql`${auditEvent.at} < ${startOf(until, 1)}`,
  );
}
