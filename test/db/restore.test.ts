import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { readWhole } from "@/db/backup/read";
import { restoreBackup } from "@/db/backup/restore";
import { backUp, directory, filledDatabase, ownDatabase } from "@/test/support/backups";

let file: string;
let to: { url: string; sql: postgres.Sql };
beforeAll(async () => {
  file = (await backUp((await filledDatabase("staff")).url)).file;
  to = await ownDatabase("empty");
});

/** The backup with other bytes, under a name of its own. */
async function altered(name: string, change: (packed: Buffer) => Buffer): Promise<string> {
  const path = join(directory, `${name}.gz`);
  await writeFile(path, change(await readFile(file)));
  return path;
}
const rewritten = (change: (text: string) => string) => (packed: Buffer) =>
  gzipSync(Buffer.from(change(gunzipSync(packed).toString("utf8"))));
const flipped = (packed: Buffer) => {
  const place = Math.floor(packed.length / 2);
  packed[place] = (packed[place] ?? 0) ^ 1;
  return packed;
};
const lines = (change: (all: string[]) => string[]) => rewritten((text) => change(text.split("\n")).join("\n"));

const isEmpty = async () =>
  (await to.sql`select from pg_class where relnamespace = 'public'::regnamespace`).length === 0 &&
  (await to.sql`select from pg_namespace where nspname = 'drizzle'`).length === 0;

describe("a restore", () => {
  test.each<[string, (packed: Buffer) => Buffer, RegExp]>([
    ["cut off", (packed) => packed.subarray(0, packed.length - 200), /已损坏[\s\S]*is damaged/],
    ["with a flipped bit", flipped, /已损坏[\s\S]*is damaged|no backup/],
    ["with another answer", rewritten((text) => text.replace("{5,NULL", "{1,NULL")), /damaged \(response\)/],
    ["with a row less", lines((all) => all.filter((line) => !line.includes("多说说"))), /damaged \(/],
    ["without its last line", lines((all) => [...all.slice(0, -2), ""]), /damaged \(the end\)/],
    ["with something behind it", rewritten((text) => `${text}more\n`), /damaged \(behind the end\)/],
    ["with another moment", rewritten((text) => text.replace('takenAt":"20', 'takenAt":"21')), /sum of the whole/],
    ["that is a picture", () => Buffer.from("\x89PNG"), /不是本程序的备份[\s\S]*is no backup/],
    ["that is another program's", () => gzipSync("-- PostgreSQL database dump\n"), /is no backup/],
    [
      "of a newer format",
      rewritten((text) => text.replace('"format":1', '"format":2')),
      /更新的[\s\S]*made by a newer/,
    ],
  ])("of a file %s is refused before anything is written", async (name, change, message) => {
    const path = await altered(name.replaceAll(" ", "-"), change);
    await expect(restoreBackup(to.url, path)).rejects.toMatchObject({
      name: "BackupError",
      message: expect.stringMatching(message),
    });
    await expect(readWhole(path)).rejects.toThrow(message);
    expect(await isEmpty()).toBe(true);
  });

  test("of a newer program's backup is refused, and names it", async () => {
    const newer = await backUp((await filledWithStranger()).url, 40);
    await expect(restoreBackup(to.url, newer.file)).rejects.toThrow(/made by a newer/);
    expect(await isEmpty()).toBe(true);
  });

  test("of what is not there says so", async () => {
    await expect(restoreBackup(to.url, join(directory, "none.gz"))).rejects.toThrow(/无法读取.*ENOENT/);
  });

  test("into a database that is not empty changes nothing", async () => {
    const full = await filledDatabase("staff");
    const before = await full.sql`select id from response order by 1`;
    await expect(restoreBackup(full.url, file)).rejects.toThrow(/数据库不是空的[\s\S]*is not empty \(drizzle\./);
    expect(await full.sql`select id from response order by 1`).toEqual(before);
  });

  test("whose rows the database refuses leaves it empty, and quotes no answer", async () => {
    const { url, sql } = await filledDatabase("staff");
    await sql`alter table verbatim drop constraint verbatim_response_id_response_id_fk`;
    await sql`alter table verbatim drop constraint verbatim_length`;
    await sql`insert into verbatim values (gen_random_uuid(), 'advice', '没有答卷的原文')`;
    const orphaned = await backUp(url, 50);
    await expect(restoreBackup(to.url, orphaned.file)).rejects.toThrow(/refused a row of the table verbatim/);
    await sql`update verbatim set content = repeat('长', 2001)`;
    const long = await backUp(url, 51);
    const refused = restoreBackup(to.url, long.file);
    await expect(refused).rejects.toThrow(/refused a row of the table verbatim/);
    await expect(refused).rejects.not.toThrow(/长/);
    expect(await isEmpty()).toBe(true);
  });
});

async function filledWithStranger() {
  const filled = await filledDatabase("staff");
  await filled.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 4102444800000)`;
  return filled;
}
