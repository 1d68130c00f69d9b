import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { transactionId } from "./transaction-id";
import { edition } from "./survey";

/**
 * The lasting mark of a seal that was broken: who, when and why. Append-only by a trigger; an edition leaves the sealed
 * state only in the transaction that added its row here.
 */
export const editionUnsealing = pgTable(
  "edition_unsealing",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    /** As it was, without a foreign key: the mark outlives the account. */
    staffName: text("staff_name").notNull(),
    reason: text("reason").notNull(),
    /** Set by a trigger, whatever is sent. */
    transactionId: transactionId("transaction_id")
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index("edition_unsealing_of_edition").on(table.editionId, table.at),
    check("edition_unsealing_reason_length", sql`char_length(btrim(${table.reason})) between 1 and 500`),
  ],
);
