import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shareProcessWide } from "@/app/_observe/process-wide";
import { newTallies } from "@/app/_observe/tallies";
import { allFigures } from "@/bin/observe/all-figures";
import { watchEventLoop } from "@/bin/observe/process-figures";
import { database, poolUse } from "@/db/client";
import { findEdition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { aResponse } from "@/test/support/a-response";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "report-feedback-metrics-"));
  shareProcessWide({ tallies: newTallies(), dataDirectory: directory, logError: () => {} });
  watchEventLoop();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** The values of a metric, by its labels as they are written. */
async function valuesOf(name: string): Promise<Record<string, number>> {
  const text = await allFigures({ version: "1.2.3", backups: directory });
  const lines = [...text.matchAll(new RegExp(`^${name}(?:\\{(.*)\\})? (\\S+)$`, "gm"))];
  return Object.fromEntries(lines.map(([, labels = "", value]) => [labels, Number(value)]));
}

const ANSWER = "水印意见𠮷";

describe("the metrics", () => {
  test("say of a round that is open on which day a reader last sent an answer, and nothing nearer", async () => {
    expect(await valuesOf("report_feedback_last_answer_timestamp_seconds")).toEqual({});
    expect(await valuesOf("report_feedback_round_open")).toEqual({ 'edition="2024"': 1 });
    const edition = (await findEdition("2024"))!;
    await insertResponse(edition, aResponse({ overall: 5, advice: ANSWER }), "zh-CN", new Date("2025-06-01T17:30:00Z"));
    // What officers typed tells nothing of the form.
    await insertResponse(edition, aResponse({ overall: 4 }), "zh-CN", new Date("2025-07-01T01:00:00Z"));
    await database().execute(sql`update response set entered_by = gen_random_uuid() where received_on = '2025-07-01'`);
    const midnightInShanghai = Date.parse("2025-06-02T00:00:00+08:00") / 1000;
    expect(await valuesOf("report_feedback_last_answer_timestamp_seconds")).toEqual({
      'edition="2024"': midnightInShanghai,
    });
  });

  test("look at the newest thousand answers of a round alone: where officers typed them all, no reader's is later", async () => {
    const edition = (await findEdition("2024"))!;
    await insertResponse(edition, aResponse({ overall: 5 }), "zh-CN", new Date("2025-08-01T04:00:00Z"));
    const type = (on: string, n: number) =>
      database().execute(sql`
        insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings, entered_by)
        select gen_random_uuid(), edition_id, instrument_id, gen_random_uuid(), gen_random_uuid(), ${on}, locale, ratings,
          gen_random_uuid() from response, generate_series(1, ${n}::int) where received_on = '2025-08-01'`);
    const seen = () => valuesOf("report_feedback_last_answer_timestamp_seconds");
    await type("2025-08-03", 999);
    expect(await seen()).toEqual({ 'edition="2024"': Date.parse("2025-08-01T00:00:00+08:00") / 1000 });
    await type("2025-08-04", 1);
    expect(await seen()).toEqual({ 'edition="2024"': Date.parse("2025-08-03T00:00:00+08:00") / 1000 });
  });

  test("show a transaction that runs, and those that wait for a connection", async () => {
    let free = () => {};
    const freed = new Promise<void>((resolve) => (free = resolve));
    const { size } = poolUse();
    const all = Array.from({ length: size + 2 }, () => database().transaction(() => freed));
    await expect.poll(poolUse).toEqual({ size, running: size, waiting: 2 });
    free();
    await Promise.all(all);
    expect(await valuesOf("report_feedback_pool_transactions")).toEqual({ 'state="running"': 0, 'state="waiting"': 0 });
    const failing = database().transaction(() => Promise.reject(new Error("undone")));
    await expect(failing).rejects.toThrow("undone");
    expect(await valuesOf("report_feedback_pool_transactions")).toEqual({ 'state="running"': 0, 'state="waiting"': 0 });
  });

  test("say whether the database has every migration, what is free on the disk, and what runs", async () => {
    expect(await valuesOf("report_feedback_migrations_current")).toEqual({ "": 1 });
    expect((await valuesOf("report_feedback_disk_free_bytes"))[""]).toBeGreaterThan(0);
    expect(await valuesOf("report_feedback_build_info")).toEqual({ [`version="1.2.3",node="${process.version}"`]: 1 });
    expect((await valuesOf("process_resident_memory_bytes"))[""]).toBeGreaterThan(10_000_000);
    await database().execute(sql`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await valuesOf("report_feedback_migrations_current")).toEqual({ "": 0 });
  });

  test("say when the newest backup was made, and 0 where there is none", async () => {
    expect(await valuesOf("report_feedback_last_backup_timestamp_seconds")).toEqual({ "": 0 });
    const add = async (name: string, seconds: number) => {
      await writeFile(join(directory, name), "");
      await utimes(join(directory, name), seconds, seconds);
    };
    await add("report-feedback-20231114-221320Z.backup.gz", 1_700_000_000);
    await add("report-feedback-20270115-080000Z.backup.gz", 1_800_000_000);
    await add(".report-feedback-20300101-000000Z.backup.gz.7.part", 1_900_000_000);
    await add("notes.txt", 1_900_000_000);
    expect(await valuesOf("report_feedback_last_backup_timestamp_seconds")).toEqual({ "": 1_800_000_000 });
  });

  test("hold nothing of an answer", async () => {
    expect(await allFigures({ version: "1", backups: undefined })).not.toContain("水印");
  });
});
