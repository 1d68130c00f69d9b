import { z } from "zod";

/*
 * A backup is one gzip file of lines, which `zcat` shows: a line of JSON that says what it is; for each table, parents
 * before children, a line of JSON with its name and columns, its rows as `COPY … TO STDOUT` writes them (one a line) and
 * the line `\.`; at the end a line of JSON with the count and the sum of each table and the sum of everything before.
 */

/** Raised when a program of before could not read the file any more. */
export const FORMAT = 1;

/** The first line. */
export const Header = z.object({
  backup: z.literal("report-feedback"),
  format: z.literal(FORMAT),
  /** By the database's clock: what was acknowledged before is in it. */
  takenAt: z.iso.datetime(),
  /** `pg_current_snapshot()`: exactly the transactions that it shows are in it. */
  snapshot: z.string(),
  /** The version of the program that wrote it, and of its server. */
  program: z.string(),
  postgres: z.string(),
  /** The migrations of the database, each by the moment it was made. */
  migrations: z.array(z.number()).min(1),
});
export type Header = z.infer<typeof Header>;

/** The line before a table's rows. */
export const TableStart = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableStart = z.infer<typeof TableStart>;

/** The line behind a table's rows; no row is ever this, since a backslash in one is written twice. */
export const TABLE_END = "\\.\n";

/** What a table's rows were: how many lines, bytes, and their SHA-256. */
export const TableSum = z.object({ table: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() });
export type TableSum = z.infer<typeof TableSum>;

/** The last line. A sequence that was never asked has no last value. */
export const Manifest = z.object({
  tables: z.array(TableSum),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  /** SHA-256 of every byte before this line. */
  sha256: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;
