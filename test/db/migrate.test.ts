import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { prepareDatabase } from "@/db/migrate";
import { BUILT_IN_CHANNELS, type Channel, inChannelOrder } from "@/lib/survey/channel";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { migrateAsBefore } from "@/test/support/migrations";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

const opened: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

/** An empty database and a connection to it. */
async function emptyDatabase(): Promise<{ database: OwnDatabase; sql: postgres.Sql }> {
  const database = await createDatabase(inject("testServer"), "empty");
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  opened.push(() => sql.end(), database.drop);
  return { database, sql };
}

const editionsIn = (sql: postgres.Sql) => sql`
  select edition.slug, instrument.version, instrument.document, instrument.published_at is not null as published
  from edition join instrument on instrument.edition_id = edition.id`;

describe("preparing a database", () => {
  test("publishes the built-in edition, once", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    const { instrument } = JINCHEN_2024;
    const expected = [{ slug: "2024", version: 1, document: instrument, published: true }];
    expect([...(await editionsIn(sql))]).toEqual(expected);
    await prepareDatabase(database.url);
    expect([...(await editionsIn(sql))]).toEqual(expected);
  });

  test("by eight starters at once does what one would", async () => {
    const { database, sql } = await emptyDatabase();
    await Promise.all(Array.from({ length: 8 }, () => prepareDatabase(database.url)));
    expect(await editionsIn(sql)).toHaveLength(1);
    const [applied] =
      await sql`select count(*)::int, count(distinct hash)::int as different from drizzle.__drizzle_migrations`;
    expect(applied?.count).toBe(applied?.different);
  });

  test("leaves a database with editions of its own without the built-in one", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    await sql`update edition set slug = '2025'`;
    await prepareDatabase(database.url);
    expect((await editionsIn(sql)).map((row) => row.slug)).toEqual(["2025"]);
  });

  test("lets go of its lock and its connection", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    const others = await sql`
      select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'`;
    expect(others).toHaveLength(0);
    expect(
      await sql`select 1 from pg_locks where locktype = 'advisory' and database = (
      select oid from pg_database where datname = current_database())`,
    ).toHaveLength(0);
  });

  test("gives an open edition from before privacy notices the built-in one", async () => {
    const { database, sql } = await emptyDatabase();
    await migrateAsBefore(sql, "privacy_notice");
    const { address: _a, complaints: _c, ...company } = JINCHEN_2024.company;
    const { reportTitle, reportingPeriod, privacyNotice } = JINCHEN_2024;
    await sql`
      insert into edition (id, slug, state, report_title, company, period_start, period_end) values (
        gen_random_uuid(), '2024', 'open', ${sql.json(reportTitle)}, ${sql.json(company)},
        ${reportingPeriod.start}, ${reportingPeriod.end})`;
    await prepareDatabase(database.url);
    const rows = await sql`select state, company, privacy_notice from edition`;
    const then = { ...privacyNotice, version: "1.0", effectiveOn: "2026-11-23" };
    expect([...rows]).toEqual([{ state: "open", company: JINCHEN_2024.company, privacy_notice: then }]);
  });

  test("has a form published before the optional questions ask all four, and leaves its answers as they are", async () => {
    const { database, sql } = await emptyDatabase();
    await migrateAsBefore(sql, "privacy_notice");
    await sql`insert into edition (id, slug, state, report_title, company, period_start, period_end)
      values (gen_random_uuid(), '2024', 'open', '{}', '{}', '2024-01-01', '2024-12-31')`;
    await sql`insert into instrument (id, edition_id, version, document, published_at)
      select gen_random_uuid(), id, 1, ${sql.json(JINCHEN_2024.instrument)}, now() from edition`;
    await sql`insert into response
      (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings)
      select gen_random_uuid(), edition_id, id, 'key', 'receipt', '2025-06-01', 'en', '{5,NULL,3,2,1}' from instrument`;
    await sql`insert into verbatim select id, 'advice', '旧的答卷𠮷' from response`;
    await prepareDatabase(database.url);
    expect([...(await sql`select version, asks from instrument`)]).toEqual([{ version: 1, asks: JINCHEN_2024.asks }]);
    const kept = await sql`
      select ratings::text, stakeholder_group, quote_consent, content from response join verbatim on response_id = id`;
    expect([...kept]).toEqual([
      { ratings: "{5,NULL,3,2,1}", stakeholder_group: null, quote_consent: null, content: "旧的答卷𠮷" },
    ]);
  });

  test("gives editions from before channels the built-in ones, and one for every other code of an answer", async () => {
    const { database, sql } = await emptyDatabase();
    await migrateAsBefore(sql, "channels");
    await sql`insert into edition (id, slug, state, report_title, company, privacy_notice, period_start, period_end)
      values (gen_random_uuid(), '2024', 'closed', '{}', '{}', '{}', '2024-01-01', '2024-12-31')`;
    await sql`insert into instrument (id, edition_id, version, document, published_at)
      select gen_random_uuid(), id, 1, ${sql.json(JINCHEN_2024.instrument)}, now() from edition`;
    for (const code of ["wechat", "old-flyer", null]) {
      await sql`insert into response
        (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings, channel)
        select gen_random_uuid(), edition_id, id, gen_random_uuid(), gen_random_uuid(), '2025-06-01', 'en', '{5}', ${code}
        from instrument`;
    }
    await prepareDatabase(database.url);
    const rows = await sql`select code, name, kind, stakeholder_group as group, retired from channel`;
    const old = { "zh-CN": "old-flyer", en: "old-flyer" };
    const flyer = { code: "old-flyer", name: old, kind: "other", group: null, retired: false };
    expect(inChannelOrder(rows as unknown as Channel[])).toEqual([...BUILT_IN_CHANNELS, flyer]);
    expect(await sql`select channel from response where channel is not null`).toHaveLength(2);
  });

  test("fails at a server that does not answer, and says so", async () => {
    await expect(prepareDatabase("postgres://nobody:nothing@127.0.0.1:9/none")).rejects.toThrow(/ECONNREFUSED/);
  });
});
