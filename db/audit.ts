import type { AuditedAct } from "@/lib/audit";
import type { Staff } from "@/lib/staff";
import { type Transaction, database } from "./client";
import { auditEvent } from "./schema/audit";

/**
 * Adds an act to the audit log, within the transaction that does it: both happen or neither. `staff` is null for what
 * nobody signed in did.
 */
export async function recordAct(
  tx: Pick<Transaction, "insert">,
  staff: Pick<Staff, "id" | "name" | "email"> | null,
  { act, subject, before, after }: AuditedAct,
): Promise<void> {
  await tx.insert(auditEvent).values({
    staffId: staff?.id,
    staffName: staff?.name,
    staffEmail: staff?.email,
    act,
    subject,
    before,
    after,
  });
}

/** Adds an act that changes nothing in the database, such as an export. */
export function noteAct(staff: Staff, act: AuditedAct): Promise<void> {
  return recordAct(database(), staff, act);
}
