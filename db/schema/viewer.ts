import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import type { Published } from "@/lib/analysis/published";
import { edition } from "./survey";

/** What viewers are shown of an edition until its next batch: sums only, and none that they may not see. */
export const viewerFigures = pgTable("viewer_figures", {
  editionId: uuid("edition_id")
    .primaryKey()
    .references(() => edition.id),
  figures: jsonb("figures").$type<Published>().notNull(),
  /** A day, like the arrival of answers: an hour would tell of a batch's answers when they came. */
  shownOn: date("shown_on").notNull(),
});

/**
 * The batch by which a response came into what viewers are shown. A trigger deletes the row when the response is deleted
 * or comes to count otherwise, so that it comes in anew. No foreign key: its million checks would take half a minute.
 */
export const viewerBatch = pgTable(
  "viewer_batch",
  {
    responseId: uuid("response_id").primaryKey(),
    batch: integer("batch").notNull(),
  },
  (table) => [check("viewer_batch_positive", sql`${table.batch} > 0`)],
);
