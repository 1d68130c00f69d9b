import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { acceptImport } from "@/db/import-acceptance";
import { discardImport, findImport, forgetOldImports, listOtherEditions } from "@/db/import-batches";
import { countWords } from "@/db/import-cells";
import { type FileRow, checkedFile, fileRow, rowsLeft, stagedFile, storedIn } from "@/test/support/a-file";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "analyst" });
const NOW = new Date("2026-06-18T04:00:00Z");
const accept = async (edition: Awaited<ReturnType<typeof anEdition>>, rows: readonly FileRow[]) =>
  acceptImport(staff, edition, await checkedFile(staff, edition, rows, NOW), NOW);

describe("a file that waits", () => {
  test.each([
    ["draft", "draft"],
    ["sealed", "sealed"],
    ["closed", null],
  ] as const)("for a round that is %s is refused as %s", async (state, error) => {
    const edition = await anEdition({ slug: `2024-im${state}` });
    const batch = await checkedFile(staff, edition, [fileRow("5")], NOW);
    await database().execute(sql`update edition set state = ${state} where id = ${edition.id}`);
    expect(await acceptImport(staff, edition, batch, NOW)).toMatchObject(error ? { error } : { ok: true });
    expect(await storedIn(edition.id)).toHaveLength(error ? 0 : 1);
    if (error) expect(await discardImport(staff, edition, batch.id)).toMatchObject({ ok: true });
  });

  test("for a channel that was deleted meanwhile brings nothing", async () => {
    const edition = await anEdition({ slug: "2024-im8" });
    const batch = await checkedFile(staff, edition, [fileRow("5"), fileRow("4", "", "2026-06-01", "phone")], NOW);
    const without = { ...edition, channels: edition.channels.filter(({ code }) => code !== "phone") };
    expect(await acceptImport(staff, without, batch, NOW)).toEqual({ ok: false, error: "channel-gone" });
    expect(await storedIn(edition.id)).toEqual([]);
  });

  test("goes after a week, with its rows; what became of an accepted one stays", async () => {
    const edition = await anEdition({ slug: "2024-im9" });
    const [old, young] = [
      await stagedFile(staff, edition, [fileRow("5")], NOW),
      await stagedFile(staff, edition, [fileRow("4")], new Date("2026-06-20T04:00:00Z")),
    ];
    const accepted = await checkedFile(staff, edition, [fileRow("3")], NOW);
    await acceptImport(staff, edition, accepted, NOW);
    await forgetOldImports(new Date("2026-06-25T05:00:00Z"));
    const expired = await database().execute(
      sql`select staff_id, after from audit_event where act = 'import.expired' and subject = ${edition.slug}`,
    );
    expect([...expired]).toEqual([
      { staff_id: null, after: { count: 1, file: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    expect([await findImport(staff, old.id), await rowsLeft(old.id)]).toEqual([null, 0]);
    expect([(await findImport(staff, young.id))?.id, (await findImport(staff, accepted.id))?.added]).toEqual([
      young.id,
      1,
    ]);
  });

  test("is logged when it is uploaded, accepted or discarded, by counts and hash", async () => {
    const edition = await anEdition({ slug: "2024-im10" });
    const secret = "只有文件里写着的话";
    await accept(edition, [fileRow("5", secret), fileRow("5", secret)]);
    await discardImport(staff, edition, (await stagedFile(staff, edition, [fileRow("5", secret)], NOW)).id);
    const events = await database().execute(
      sql`select act, staff_id, after from audit_event where subject = ${edition.slug} order by id`,
    );
    const file = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect([...events]).toEqual([
      { act: "import.uploaded", staff_id: staff.id, after: { count: 2, file } },
      { act: "import.accepted", staff_id: staff.id, after: { count: 2, file, added: 2 } },
      { act: "import.uploaded", staff_id: staff.id, after: { count: 1, file } },
      { act: "import.discarded", staff_id: staff.id, after: { count: 1, file } },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  test("tells for which other rounds the very same file was accepted", async () => {
    const [last, now] = [await anEdition({ slug: "2024-im12" }), await anEdition({ slug: "2025-im12" })];
    const rows = [fileRow("5", "同一个文件𠮷")];
    await stagedFile(staff, last, rows, NOW);
    const waiting = await stagedFile(staff, now, rows, NOW);
    expect(await listOtherEditions(staff, waiting)).toEqual([]);
    for (let times = 0; times < 2; times += 1) await accept(last, rows);
    expect(await listOtherEditions(staff, waiting)).toEqual(["2024-im12"]);
    expect(await listOtherEditions(staff, await stagedFile(staff, now, [fileRow("4")], NOW))).toEqual([]);
    expect(await listOtherEditions(staff, await stagedFile(staff, last, rows, NOW))).toEqual([]);
  });

  test("tells its rating words and how often they stand there", async () => {
    const edition = await anEdition({ slug: "2024-im11" });
    const { id } = await stagedFile(
      staff,
      edition,
      [fileRow("很好"), fileRow("很好"), fileRow("一般"), fileRow(" ")],
      NOW,
    );
    expect(await countWords(staff, id, [2], 10)).toEqual([
      { word: "很好", count: 2 },
      { word: "一般", count: 1 },
    ]);
  });
});
