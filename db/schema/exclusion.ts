import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { DECISION_REASONS } from "@/lib/survey/response-status";
import { oneOf } from "./checks";
import { response } from "./survey";

/**
 * That a response is proposed to be excluded, and, once a second person has confirmed it, that it is. Names stand here
 * as they were, and no foreign key leads to `staff`: a decision outlives the account.
 */
export const exclusion = pgTable(
  "exclusion",
  {
    responseId: uuid("response_id")
      .primaryKey()
      .references(() => response.id),
    reason: text("reason", { enum: DECISION_REASONS }).notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedByName: text("proposed_by_name").notNull(),
    confirmedBy: uuid("confirmed_by"),
    confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
  },
  (table) => [
    index("exclusion_proposed")
      .on(table.responseId)
      .where(sql`${table.confirmedAt} is null`),
    check("exclusion_reason_known", oneOf(table.reason, DECISION_REASONS)),
    check("exclusion_by_two", sql`${table.confirmedBy} <> ${table.proposedBy}`),
    check("exclusion_confirmed_whole", sql`(${table.confirmedBy} is null) = (${table.confirmedAt} is null)`),
  ],
);
