import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { insertResponse } from "@/db/responses";
import { countAnswer, forgetSenders, noteReceiptMiss, receiptLookupsResumeAt, senderOf } from "@/db/senders";
import { UNOBSERVED } from "@/db/suspicions";
import { aResponse } from "@/test/support/a-response";
import { theEdition } from "@/test/support/editions";

const now = new Date("2025-06-01T08:04:00Z");
const miss = async (network: string | null, times: number) => {
  const sender = await senderOf(network, now);
  for (let place = 0; place < times; place++) await noteReceiptMiss(sender, now);
  return sender;
};

describe("receipt codes that do not exist", () => {
  test("may be asked for 30 times in ten minutes, and again after them", async () => {
    const sender = await miss("192.0.2.10", 29);
    expect(await receiptLookupsResumeAt(sender, now)).toBeNull();
    await miss("192.0.2.10", 1);
    const resumeAt = await receiptLookupsResumeAt(sender, now);
    expect(resumeAt).toEqual(new Date("2025-06-01T08:10:00Z"));
    expect(await receiptLookupsResumeAt(sender, resumeAt!)).toBeNull();
  });

  test("are counted for their own sender alone, and for none that is not known", async () => {
    await miss("192.0.2.11", 30);
    expect(await receiptLookupsResumeAt(await senderOf("192.0.2.12", now), now)).toBeNull();
    expect(await receiptLookupsResumeAt(await miss(null, 40), now)).toBeNull();
  });

  test("are counted by all processes together", async () => {
    const script = ["--import", "tsx", "test/db/sender-process.ts", "2001:db8:1:2::/64", "15", now.toISOString()];
    const run = () => promisify(execFile)(process.execPath, script);
    await Promise.all([run(), run()]);
    const sender = await senderOf("2001:db8:1:2::/64", now);
    expect(await receiptLookupsResumeAt(sender, now)).not.toBeNull();
    expect(await countAnswer(sender, now)).toBe(31);
  });
});

describe("a sender", () => {
  test("is another one the next day, when yesterday's salt is deleted", async () => {
    const today = await miss("192.0.2.13", 1);
    const tomorrow = new Date("2025-06-02T00:00:01Z");
    expect((await senderOf("192.0.2.13", tomorrow)).bucket).not.toBe(today.bucket);
    await forgetSenders(tomorrow);
    const left = await database().execute(sql`
      select (select count(*)::int from sender_salt where day < '2025-06-02') as salts,
        (select count(*)::int from sender_tally where expires_at < ${tomorrow.toISOString()}) as tallies`);
    expect([...left]).toEqual([{ salts: 0, tallies: 0 }]);
  });

  test("leaves no address and no plain hash of it in any table, nor a trace in a backup of the files", async () => {
    const network = "203.0.113.77";
    const arrival = { ...UNOBSERVED, network };
    await insertResponse(await theEdition(), aResponse({ overall: 5 }), "zh-CN", now, arrival);
    await miss(network, 1);
    const tables = await database().execute<{ name: string; unlogged: boolean }>(sql`
      select c.oid::regclass::text as name, c.relpersistence = 'u' as unlogged
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'drizzle')`);
    let everything = "";
    for (const { name } of tables)
      everything += JSON.stringify(await database().execute(sql.raw(`select t::text as row from ${name} t`)));
    expect(everything).toContain("金辰股份2024年可持续发展报告");
    const hashes = ["md5", "sha1", "sha256", "sha512"].flatMap((kind) =>
      (["hex", "base64", "base64url"] as const).map((form) => createHash(kind).update(network).digest(form)),
    );
    const bytes = network.split(".").map(Number);
    for (const trace of [network, Buffer.from(bytes).toString("hex"), ...hashes])
      expect(everything).not.toContain(trace);
    expect(tables.filter(({ unlogged }) => unlogged).map(({ name }) => name)).toEqual([
      "sender_salt",
      "sender_tally",
      "sign_in_brake",
    ]);
  });
});
