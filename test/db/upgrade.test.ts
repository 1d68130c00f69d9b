import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { afterAll, expect, inject, test } from "vitest";
import { type Database, connect } from "@/db/client";
import { prepareDatabase } from "@/db/migrate";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { createDatabase } from "@/test/support/test-server";

const done: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const undo of done.toReversed()) await undo();
});

/** Applies the migrations as they were up to one of them. */
async function migrateUpTo(db: Database, last: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  done.push(() => rm(folder, { recursive: true }));
  await cp("db/migrations", folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(last)) + 1;
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  await migrate(db, { migrationsFolder: folder });
}

test("an edition published before the optional questions asks all four from then on, and keeps its answers", async () => {
  const own = await createDatabase(inject("testServer"), "empty");
  done.push(own.drop);
  const db = connect(own.url, 1);
  done.push(() => db.$client.end());
  await migrateUpTo(db, "staff");
  const sql = db.$client;
  await sql`insert into edition (id, slug, state, report_title, company, period_start, period_end)
    values (gen_random_uuid(), '2024', 'open', '{}', '{}', '2024-01-01', '2024-12-31')`;
  await sql`insert into instrument (id, edition_id, version, document, published_at)
    select gen_random_uuid(), id, 1, ${JSON.stringify(JINCHEN_2024.instrument)}::text::jsonb, now() from edition`;
  await sql`insert into response
    (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings)
    select gen_random_uuid(), edition_id, id, 'key', 'receipt', '2025-06-01', 'en', '{5,NULL,3,2,1}' from instrument`;
  await sql`insert into verbatim select id, 'advice', '旧的答卷𠮷' from response`;

  await prepareDatabase(own.url);
  expect([...(await sql`select version, asks from instrument`)]).toEqual([{ version: 1, asks: JINCHEN_2024.asks }]);
  const [kept] = await sql`
    select ratings::text, stakeholder_group, quote_consent, content from response join verbatim on response_id = id`;
  expect(kept).toEqual({
    ratings: "{5,NULL,3,2,1}",
    stakeholder_group: null,
    quote_consent: null,
    content: "旧的答卷𠮷",
  });
});
