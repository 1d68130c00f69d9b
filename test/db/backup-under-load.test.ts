import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { restoreBackup } from "@/db/backup/restore";
import { insertResponse } from "@/db/responses";
import { receiptHash } from "@/lib/survey/receipt-code";
import { aResponse } from "@/test/support/a-response";
import { backUp, ownDatabase } from "@/test/support/backups";
import { theEdition } from "@/test/support/editions";

const url = process.env.DATABASE_URL ?? "";
const sql = postgres(url, { max: 1 });
afterAll(() => sql.end());

interface Sent {
  readonly receipt: string;
  readonly begun: Date;
  readonly acknowledged: Date;
}

/** Sends answers one after another until it is told to stop. */
async function send(until: { stopped: boolean }, sent: Sent[]): Promise<void> {
  const edition = await theEdition("2024");
  while (!until.stopped) {
    const begun = new Date();
    const answers = { overall: 4, advice: `第${sent.length}份𠮷`, contact: "li@example.cn", contact_consent: "yes" };
    const outcome = await insertResponse(edition, aResponse(answers), "zh-CN", begun);
    if (outcome.kind !== "kept") throw new Error(outcome.kind);
    sent.push({ receipt: outcome.receiptCode, begun, acknowledged: new Date() });
  }
}

test("a backup taken while answers come holds exactly those of its moment, each with all its parts", async () => {
  const until = { stopped: false };
  const all: Sent[] = [];
  const senders = Array.from({ length: 6 }, () => send(until, all));
  const backups: { takenAt: Date; done: Date; hashes: Set<unknown> }[] = [];
  for (let round = 0; round < 2; round += 1) {
    for (const before = all.length; all.length < before + 20;) await sleep(20);
    const { file, header } = await backUp(url, round);
    const done = new Date();
    const to = await ownDatabase("empty");
    await restoreBackup(to.url, file);
    const restored = await to.sql`select id, receipt_hash from response order by id`;
    // The moment is the snapshot: what its transactions wrote is in the backup, and nothing else.
    const visible = await sql`select id, receipt_hash from response
      where pg_visible_in_snapshot(xmin::text::xid8, ${header.snapshot}::pg_snapshot) order by id`;
    expect([...restored]).toEqual([...visible]);
    for (const table of ["verbatim", "contact"]) {
      const whole = await to.sql`select response_id as id from ${to.sql(table)} order by 1`;
      expect([...whole]).toEqual(restored.map(({ id }) => ({ id })));
    }
    const hashes = new Set(restored.map((row) => row.receipt_hash as unknown));
    backups.push({ takenAt: new Date(header.takenAt), done, hashes });
  }
  until.stopped = true;
  await Promise.all(senders);
  for (const { takenAt, done, hashes } of backups) {
    const sure = all.filter(({ acknowledged }) => acknowledged < takenAt);
    expect(sure.length).toBeGreaterThan(0);
    expect(sure.filter(({ receipt }) => !hashes.has(receiptHash(receipt)))).toEqual([]);
    expect(all.filter(({ begun, receipt }) => begun > done && hashes.has(receiptHash(receipt)))).toEqual([]);
  }
}, 60_000);
