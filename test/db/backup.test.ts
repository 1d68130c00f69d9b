import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { restoreBackup } from "@/db/backup/restore";
import { deleteOldBackups, writeBackup } from "@/db/backup/write";
import { readMigrations } from "@/db/migration-files";
import { NOW, backUp, contentOf, directory, filledDatabase, ownDatabase, triggersOf } from "@/test/support/backups";

describe("a backup", () => {
  test("restores to a database that is equal in every byte, sealed and guarded as before", async () => {
    const from = await filledDatabase();
    await from.sql`insert into sender_salt values (current_date, 'of today')`;
    const { file, manifest } = await backUp(from.url);
    const to = await ownDatabase("empty");
    await restoreBackup(to.url, file);
    const content = await contentOf(from.sql);
    expect(await contentOf(to.sql)).toEqual(content);
    expect(await triggersOf(to.sql)).toEqual(await triggersOf(from.sql));
    for (const [name, rows] of Object.entries(content))
      if (name !== "sequences") expect(rows, name).not.toHaveLength(0);
    expect(manifest.tables.map(({ table, rows }) => [table, rows]).toSorted()).toEqual(
      Object.entries(content)
        .flatMap(([name, rows]) => (name === "sequences" ? [] : [[name, rows.length]]))
        .toSorted(),
    );
    await expect(
      to.sql`update response set status = status where edition_id = (select id from edition where slug = '2101')`,
    ).rejects.toMatchObject({ code: "RF003" });
    await expect(to.sql`delete from audit_event`).rejects.toMatchObject({ code: "RF002" });
    expect(await to.sql`select from sender_salt`).toHaveLength(0);
    await to.sql`insert into audit_event (act) values ('after')`;
    const again = await backUp(to.url, 1);
    expect(again.manifest.tables.filter(({ table }) => table !== "audit_event")).toEqual(
      manifest.tables.filter(({ table }) => table !== "audit_event"),
    );
  });

  test("of an older schema becomes a database of the newest", async () => {
    const from = await filledDatabase("channel_seal");
    const { file } = await backUp(from.url, 10);
    const to = await ownDatabase("empty");
    await restoreBackup(to.url, file);
    const [verbatim] = await to.sql`select content from verbatim limit 1`;
    expect(verbatim).toEqual({ content: "多说说供应链𠮷\n＝1+1\t🌱" });
    expect(await to.sql`select tag from (select count(*) as tag from drizzle.__drizzle_migrations) n`).toEqual([
      { tag: String((await readMigrations()).length) },
    ]);
    await expect(to.sql`update edition set state = 'open' where slug = '2101'`).rejects.toMatchObject({
      code: "RF003",
    });
  });

  test("is one file of a name with its moment, readable by its owner alone, and takes no other's place", async () => {
    const { url } = await filledDatabase("staff");
    const { file, bytes } = await backUp(url, 20);
    expect(file).toBe(join(directory, "report-feedback-20261124-010223Z.backup.gz"));
    expect(await stat(file)).toMatchObject({ size: bytes, mode: 0o100600 });
    await expect(backUp(url, 20)).rejects.toThrow(/已经存在[\s\S]*exists already/);
    expect((await readdir(directory)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that is broken off leaves nothing, and the database as free as before", async () => {
    const { url, sql } = await filledDatabase();
    const gone = new AbortController();
    const now = new Date(NOW.getTime() + 25_000);
    const broken = writeBackup(url, directory, { now, program: "test", signal: gone.signal });
    gone.abort();
    await expect(broken).rejects.toThrow(/abort/);
    expect((await readdir(directory)).filter((name) => name.includes("010228Z"))).toEqual([]);
    await sql`alter table response add column later text`;
  });

  test("of no database of ours is refused", async () => {
    const { url } = await ownDatabase("empty");
    await expect(backUp(url, 30)).rejects.toThrow(/不是本程序建立的[\s\S]*not made by this program/);
  });

  test("goes when newer ones are enough, and nothing else does", async () => {
    const folder = join(directory, "..", `${directory.split("/").at(-1)}-kept`);
    await mkdir(folder);
    const names = ["20250101-000000Z", "20250102-000000Z", "20250103-000000Z"].map(
      (at) => `report-feedback-${at}.backup.gz`,
    );
    const left = ".report-feedback-20250101-000000Z.backup.gz.77.part";
    const others = ["report-feedback.backup.gz", "notes.txt", ".report-feedback-20250103-000000Z.backup.gz.78.part"];
    for (const name of [...names, left, ...others]) await writeFile(join(folder, name), "");
    await utimes(join(folder, left), 0, 0);
    expect(await deleteOldBackups(folder, 2, new Date())).toEqual([names[0], left]);
    expect((await readdir(folder)).toSorted()).toEqual([...names.slice(1), ...others].toSorted());
    await rm(folder, { recursive: true });
  });
});

test("a restored mark of an unsealing unseals nothing, whatever number this server's transaction has", async () => {
  const { sql } = await filledDatabase();
  const forged = sql.begin(async (tx) => {
    await tx`alter table edition_unsealing disable trigger edition_unsealing_stamped`;
    await tx`insert into edition_unsealing (id, edition_id, at, staff_name, reason, transaction_id)
      select gen_random_uuid(), id, now() - interval '1 day', '王芳', '更正', pg_current_xact_id() from edition
      where slug = '2101'`;
    await tx`update edition set state = 'closed' where slug = '2101'`;
  });
  await expect(forged).rejects.toMatchObject({ code: "RF003" });
});
