import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

// Both tables are UNLOGGED (written by hand into the migration, drizzle does not know the word): a crash empties them,
// and they stand neither in the write-ahead log nor in a physical backup.

/** The salt of a day (UTC), without which nothing tells whom a tally is about; deleted when the day is over. */
export const senderSalt = pgTable("sender_salt", {
  day: date("day").primaryKey(),
  salt: text("salt").notNull(),
});

/**
 * How often something happened within a window of time, by a key of db/senders.ts that holds no address and leads to
 * no answer. `passed` of `count` were let pass into the results, `proven` more were let in by a proof of work.
 */
export const senderTally = pgTable(
  "sender_tally",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    passed: integer("passed").notNull().default(0),
    proven: integer("proven").notNull().default(0),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("sender_tally_expiry").on(table.expiresAt),
    check("sender_tally_counts", sql`${table.count} >= 0 and ${table.passed} >= 0 and ${table.proven} >= 0`),
  ],
);
