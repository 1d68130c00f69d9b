import { cp, lstat, mkdir, mkdtemp, open, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbeddedDatabase } from "@/db/embedded/open";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "embedded-refused-"));
  const { close } = await openEmbeddedDatabase({ directory: join(home, "whole") });
  await close();
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Every file below a folder with its size and when it was changed last. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const all = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs, isDirectory } = await lstat(join(folder, name)).then((status) => ({
        size: status.size,
        mtimeMs: status.mtimeMs,
        isDirectory: status.isDirectory(),
      }));
      return `${name} ${isDirectory ? "" : `${size} ${mtimeMs}`}`;
    }),
  );
  return all.filter((line) => !/(server\.log|libraries|postmaster\.opts)/.test(line)).toSorted();
}

/** A folder that holds what `filled` puts there, and whatever `damage` does to it. */
async function damagedCopy(damage: (directory: string) => Promise<unknown>, filled = outline): Promise<string> {
  const directory = join(await mkdtemp(join(home, "copy-")), "postgres");
  await mkdir(directory);
  await filled(directory);
  await damage(directory);
  return directory;
}

/** A whole database, and one of which only the outline is there. */
const copied = (directory: string) => cp(join(home, "whole"), directory, { recursive: true, preserveTimestamps: true });
async function outline(directory: string): Promise<void> {
  for (const folder of ["global", "base", "pg_wal", "pg_xact"])
    await mkdir(data(directory, folder), { recursive: true });
  await writeFile(data(directory, "global/pg_control"), Buffer.alloc(8192));
  await writeFile(data(directory, "PG_VERSION"), "18\n");
  for (const file of ["postgresql.conf", "pg_hba.conf"]) await writeFile(data(directory, file), "");
  await writeFile(join(directory, "cluster/password"), "secret");
}
const empty = async () => {};

const data = (directory: string, part = "") => join(directory, "cluster/data", part);
const without = (part: string) => (directory: string) => rm(data(directory, part), { recursive: true });
const overwrite = async (path: string) => {
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(64, 0xff), 0, 64, 8);
  await file.close();
};

describe("the embedded database refuses, in both languages and without touching anything,", () => {
  test.each<[string, (directory: string) => Promise<unknown>, RegExp]>([
    ["one without its version", without("PG_VERSION"), /不完整[\s\S]*not whole.*data\/PG_VERSION/],
    ["one with an empty version", (at) => writeFile(data(at, "PG_VERSION"), ""), /damaged \(data\/PG_VERSION/],
    [
      "one of an older PostgreSQL",
      (at) => writeFile(data(at, "PG_VERSION"), "17\n"),
      /PostgreSQL 17 建立[\s\S]*by PostgreSQL 17/,
    ],
    [
      "one of a newer PostgreSQL",
      (at) => writeFile(data(at, "PG_VERSION"), "19\n"),
      /PostgreSQL 19 建立[\s\S]*by PostgreSQL 19/,
    ],
    ["one without its control file", without("global/pg_control"), /damaged \(data\/global\/pg_control\)/],
    [
      "one whose control file was cut",
      (at) => truncate(data(at, "global/pg_control"), 100),
      /data\/global\/pg_control/,
    ],
    ["one without its log of writes", without("pg_wal"), /damaged \(data\/pg_wal\)/],
    ["one without its tables", without("base"), /damaged \(data\/base\)/],
    ["one without its transactions", without("pg_xact"), /damaged \(data\/pg_xact\)/],
    ["one without its password", (at) => rm(join(at, "cluster/password")), /not whole, or damaged \(password\)/],
    ["one whose data are gone", without(""), /damaged \(data\/PG_VERSION\)/],
  ])(
    "%s",
    async (_, damage, message) => {
      const directory = await damagedCopy(damage);
      const before = await filesIn(directory);
      await expect(openEmbeddedDatabase({ directory })).rejects.toMatchObject({
        name: "EmbeddedDatabaseError",
        message: expect.stringMatching(message),
      });
      expect(await filesIn(directory)).toEqual(before);
    },
    20_000,
  );

  test("one whose control file is other bytes, by what its server says", async () => {
    const directory = await damagedCopy((at) => overwrite(data(at, "global/pg_control")), copied);
    const before = await filesIn(directory);
    await expect(openEmbeddedDatabase({ directory })).rejects.toThrow(
      /没能启动[\s\S]*did not start, and nothing was deleted/,
    );
    expect(await filesIn(directory)).toEqual(before);
  }, 20_000);

  test.each<[string, (directory: string) => Promise<unknown>]>([
    ["a database that lies one folder too high", (at) => writeFile(join(at, "PG_VERSION"), "18\n")],
    ["a DATA_DIR that is a database itself", (at) => writeFile(join(at, "../PG_VERSION"), "18\n")],
    ["somebody else's files", (at) => writeFile(join(at, "notes.txt"), "报告")],
    ["a cluster that is a file", (at) => writeFile(join(at, "cluster"), "")],
  ])("%s", async (_, fill) => {
    const directory = await damagedCopy(fill, empty);
    const before = await filesIn(directory);
    await expect(openEmbeddedDatabase({ directory })).rejects.toThrow(/没有[\s\S]*[Nn]othing was changed or deleted/);
    expect(await filesIn(directory)).toEqual(before);
  });

  test("but not an empty folder with what any system puts there", async () => {
    const directory = await damagedCopy((at) => writeFile(join(at, ".DS_Store"), ""), empty);
    const { close } = await openEmbeddedDatabase({ directory });
    await close();
    expect(await readFile(data(directory, "PG_VERSION"), "utf8")).toBe("18\n");
  });
});
