import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { AuditAct, AuditEvent } from "@/lib/audit";
import type { Staff } from "@/lib/staff";
import { eventColumns } from "./audit-log";
import { database } from "./client";
import { auditEvent } from "./schema/audit";

/** A change of how a response stands, from the audit log; `staffName` as it was. */
export type StatusEvent = Omit<AuditEvent, "staffEmail" | "subject">;

const OF_ONE: AuditAct[] = [
  "response.held",
  "response.restored",
  "exclusion.proposed",
  "exclusion.confirmed",
  "exclusion.dropped",
];
const OF_MANY: AuditAct[] = ["responses.held", "responses.restored"];

/** What staff did to a response's status, alone or with others of its edition (by its slug), oldest first. */
export async function listStatusHistory(
  _staff: Staff,
  responseId: string,
  editionSlug: string,
): Promise<StatusEvent[]> {
  const alone = and(inArray(auditEvent.act, OF_ONE), eq(auditEvent.subject, responseId));
  const amongMany = and(
    inArray(auditEvent.act, OF_MANY),
    eq(auditEvent.subject, editionSlug),
    sql`${auditEvent.after} -> 'responses' ? ${responseId}`,
  );
  return database().select(eventColumns).from(auditEvent).where(or(alone, amongMany)).orderBy(asc(auditEvent.id));
}
