import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { channel } from "./channel";
import { edition } from "./survey";

/**
 * A stack of sheets that is typed together: how many there are by hand's count, by which channel and on what day they
 * came. Names stand here as they were, without foreign keys: a batch outlives the account.
 */
export const entryBatch = pgTable(
  "entry_batch",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    receivedOn: date("received_on").notNull(),
    expected: integer("expected").notNull(),
    /** Whether another person keys its sheets again. */
    keyedTwice: boolean("keyed_twice").notNull().default(false),
    begunByName: text("begun_by_name").notNull(),
    /** How many were typed when it was finished; null while it is not. */
    finishedWith: integer("finished_with"),
    /** Why it was finished although the total did not match. */
    finishReason: text("finish_reason"),
    finishedByName: text("finished_by_name"),
    /** Raised by every change, so that whoever comes second is told. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    unique("entry_batch_name").on(table.editionId, table.name),
    unique("entry_batch_edition").on(table.id, table.editionId),
    foreignKey({
      name: "entry_batch_channel",
      columns: [table.editionId, table.channel],
      foreignColumns: [channel.editionId, channel.code],
    }),
    check("entry_batch_name_length", sql`char_length(${table.name}) between 1 and 40`),
    check("entry_batch_expected_range", sql`${table.expected} between 1 and 2000`),
    check("entry_batch_finished_whole", sql`(${table.finishedWith} is null) = (${table.finishedByName} is null)`),
    check(
      "entry_batch_total_or_reason",
      sql`${table.finishedWith} is null or ${table.finishedWith} = ${table.expected} or ${table.finishReason} is not null`,
    ),
    check("entry_batch_reason_length", sql`char_length(${table.finishReason}) between 1 and 200`),
  ],
);
