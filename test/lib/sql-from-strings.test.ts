import { expect, test } from "vitest";
import { readTree } from "@/test/support/source-tree";

/** Where SQL is made of strings, and of whose: nobody else's. */
const FROM_STRINGS: Readonly<Record<string, string>> = {
  "db/apply-migrations.ts": "the files of db/migrations",
  "db/backup/lines.ts": "the tables that the database names, quoted by it",
  "db/backup/load.ts": "a backup's own statements, whose sum was checked",
  "db/backup/tables.ts": "the tables and columns that the database names, quoted by it",
  "db/backup/triggers.ts": "the tables and triggers that the database names, quoted by it",
  "db/broken-connection.ts": "what its caller made",
  "db/pattern-counts.ts": "the name of a column of ours",
  "db/schema/checks.ts": "lists of our own, such as the roles",
};

test("SQL is made of strings in few places, none of which knows what a person typed", () => {
  const found = readTree()
    .filter(({ path }) => /^(app|bin|db|lib)\//.test(path))
    .filter(({ text }) => /\.unsafe\(|\bsql\.raw\(|\bsql\.identifier\(/.test(text));
  expect(found.map(({ path }) => path).toSorted()).toEqual(Object.keys(FROM_STRINGS).toSorted());
});
