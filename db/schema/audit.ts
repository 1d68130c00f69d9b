import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AuditAct, AuditedState } from "@/lib/audit";

/**
 * Who did what, and when. Append-only: a trigger refuses every other change. Name and e-mail stand here as they were,
 * and no foreign key leads to `staff`: the log outlives the account.
 */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    /** Null for what nobody signed in did: a schedule, a refused sign-in, the command line. */
    staffId: uuid("staff_id"),
    staffName: text("staff_name"),
    staffEmail: text("staff_email"),
    act: text("act").$type<AuditAct>().notNull(),
    subject: text("subject"),
    before: jsonb("before").$type<AuditedState>(),
    after: jsonb("after").$type<AuditedState>(),
  },
  (table) => [index("audit_event_of_act").on(table.act, table.id), index("audit_event_of_subject").on(table.subject)],
);
