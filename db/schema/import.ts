import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ImportedAnswer, RowProblem } from "@/lib/import/check-rows";
import type { ImportMapping } from "@/lib/import/mapping";
import type { KeptColumn } from "@/lib/import/private-columns";
import { edition } from "./survey";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A file of answers between its upload and its acceptance; afterwards what became of it, without an answer. */
export const importBatch = pgTable(
  "import_batch",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    /** The version of the form that its rows are read by. */
    instrumentVersion: integer("instrument_version").notNull(),
    /** Not its name, in which a person's may stand. */
    fileHash: text("file_hash").notNull(),
    columns: jsonb("columns").$type<readonly KeptColumn[]>().notNull(),
    rows: integer("rows").notNull(),
    /** Null until somebody said which column is what. */
    mapping: jsonb("mapping").$type<ImportMapping>(),
    /** Raised by every change of the mapping: a page made from an older one is out of date. */
    revision: integer("revision").notNull().default(1),
    uploadedAt: instant("uploaded_at").notNull(),
    /** As they were, without foreign keys: what happened outlives the accounts. */
    uploadedBy: text("uploaded_by").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: text("accepted_by"),
    /** How many answers it brought; the others were there before. */
    added: integer("added"),
  },
  (table) => [
    index("import_batch_of_edition").on(table.editionId, table.uploadedAt),
    check(
      "import_batch_accepted_whole",
      sql`num_nulls(${table.acceptedAt}, ${table.acceptedBy}, ${table.added}) in (0, 3)`,
    ),
  ],
);

/** A row of a file that is not accepted yet: cells as they stand there, and what the check made of them. */
export const importRow = pgTable(
  "import_row",
  {
    batchId: uuid("batch_id")
      .notNull()
      .references(() => importBatch.id),
    /** As a spreadsheet shows it. */
    number: integer("number").notNull(),
    cells: jsonb("cells").$type<readonly string[]>().notNull(),
    /** Of a good row: the answer, and the hash of what it says (lib/import/check-rows.ts). */
    answer: jsonb("answer").$type<ImportedAnswer>(),
    said: text("said"),
    /** Of a bad row. All three are null until it is checked. */
    problems: jsonb("problems").$type<readonly RowProblem[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.number] }),
    check("import_row_good_or_bad", sql`num_nonnulls(${table.said}, ${table.problems}) <= 1`),
    check("import_row_good_whole", sql`(${table.said} is null) = (${table.answer} is null)`),
  ],
);
