import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXCEPTIONS, migrationBreaches } from "@/test/support/migration-rules";

const breaches = (...statements: string[]) =>
  migrationBreaches([{ tag: "0999_x", text: statements.join("--> statement-breakpoint\n") }]);

describe("a migration", () => {
  test.each([
    ['CREATE INDEX "x" ON "response" USING btree ("status");', "CONCURRENTLY"],
    ['DROP INDEX CONCURRENTLY IF EXISTS "x";', "begins with the line"],
    ['-- concurrently\nALTER TABLE "response" ADD COLUMN "a" text;', "holds only CREATE INDEX"],
    ["-- concurrently\nSELECT 1;", "holds only CREATE INDEX"],
    ['DROP INDEX "x";', "DROP INDEX CONCURRENTLY IF EXISTS"],
    ['ALTER TABLE "response" ADD CONSTRAINT "x" CHECK ("a" > 0);', "NOT VALID"],
    ['ALTER TABLE "response" ADD CONSTRAINT "x" FOREIGN KEY ("a") REFERENCES "public"."edition"("id");', "NOT VALID"],
    ['ALTER TABLE "response" ADD CONSTRAINT "x" UNIQUE("a");', "USING INDEX"],
    ['ALTER TABLE "response" ALTER COLUMN "a" SET DATA TYPE bigint;', "rewrites the table"],
    ['ALTER TABLE "response" ADD COLUMN "a" text GENERATED ALWAYS AS (b) STORED;', "rewrites the table"],
    ['ALTER TABLE "response" ADD COLUMN "a" uuid DEFAULT gen_random_uuid() NOT NULL;', "rewrites the table"],
    ['ALTER TABLE "response" ALTER COLUMN "a" SET NOT NULL;', "reads the whole table"],
    ['ALTER TABLE "response" ADD COLUMN "a" text NOT NULL;', "needs a DEFAULT"],
    ['ALTER TABLE "response" DROP COLUMN "a";', "still runs"],
    ['ALTER TABLE "response" RENAME COLUMN "a" TO "b";', "still runs"],
    ['DROP TABLE "response";', "locks a table out"],
    [`-- why\nUPDATE "response" SET "a" = 'b';`, "in batches"],
  ])("is refused, with what to do instead: %s", (statement, instead) => {
    expect(breaches(statement)).toEqual([expect.stringContaining(instead)]);
  });

  test("is refused what validates a constraint under the lock of its adding", () => {
    const added = 'ALTER TABLE "response" ADD CONSTRAINT "x" CHECK ("a" > 0) NOT VALID;';
    const validated = 'ALTER TABLE "response" VALIDATE CONSTRAINT "x";';
    expect(breaches(added, validated)).toEqual([expect.stringContaining("belongs in the next migration")]);
    expect([...breaches(added), ...breaches(validated)]).toEqual([]);
  });

  test("is refused an index built concurrently that an interrupted building would be in the way of", () => {
    expect(breaches('-- concurrently\nCREATE INDEX CONCURRENTLY "x" ON "response" ("a");')).toEqual([
      expect.stringContaining("in case the building was cut off"),
    ]);
  });

  test("may do what makes nobody wait", () => {
    const table = 'CREATE TABLE "new" ("id" uuid PRIMARY KEY NOT NULL, "edition_id" uuid NOT NULL);';
    const allowed = [
      'ALTER TABLE "new" ADD CONSTRAINT "x" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id");',
      'CREATE UNIQUE INDEX "new_one" ON "new" ("edition_id");',
      `ALTER TABLE "response" ADD COLUMN "a" text DEFAULT '' NOT NULL;`,
      "CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN UPDATE response SET a = 1; END $$;",
      'CREATE TRIGGER x BEFORE TRUNCATE ON "new" FOR EACH STATEMENT EXECUTE FUNCTION f();',
      'ALTER TABLE "new" ENABLE ALWAYS TRIGGER x;',
      'ALTER TABLE "response" DROP CONSTRAINT "x";',
    ];
    expect(breaches(table, ...allowed)).toEqual([]);
    const index = 'CREATE INDEX CONCURRENTLY "x" ON "response" ("a");';
    expect(breaches('-- concurrently\nDROP INDEX CONCURRENTLY IF EXISTS "x";', index)).toEqual([]);
  });
});

describe("the exceptions", () => {
  test("are of migrations that there are, with a reason each", () => {
    for (const [tag, reason] of Object.entries(EXCEPTIONS)) {
      expect(readFileSync(`db/migrations/${tag}.sql`, "utf8")).not.toBe("");
      expect(reason.length).toBeGreaterThan(10);
    }
  });
});
