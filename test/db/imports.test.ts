import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { acceptImport } from "@/db/import-acceptance";
import { discardImport, findSameFile, saveImportMapping } from "@/db/import-batches";
import { checkNextRows, listBadRows, summariseImport } from "@/db/import-check";
import { findResponseByReceipt } from "@/db/responses";
import { importKey } from "@/lib/import/check-rows";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { A_MAPPING, type FileRow, checkedFile, fileRow, rowsLeft, stagedFile, storedIn } from "@/test/support/a-file";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "analyst" });
const NOW = new Date("2026-06-18T04:00:00Z");
const accept = async (edition: Awaited<ReturnType<typeof anEdition>>, rows: readonly FileRow[]) =>
  acceptImport(staff, edition, await checkedFile(staff, edition, rows, NOW), NOW);

describe("a good file", () => {
  test("is taken in whole: day, channel, who imported it, and nobody's sign of a program", async () => {
    const edition = await anEdition({ slug: "2024-im1" });
    const same = Array.from({ length: 8 }, () => fileRow("5", "这份报告的内容写得很清楚，希望明年也能及时披露。"));
    const rows = [fileRow("4", "𠮷野家：“很好”🌞", "2026/5/3", "电话"), ...same];
    expect(await accept(edition, rows)).toEqual({ ok: true, value: { added: 9, already: 0 } });
    const [first, ...rest] = await storedIn(edition.id);
    expect(first).toMatchObject({
      received_on: "2026-05-03",
      channel: "phone",
      entered_by: staff.id,
      text: "𠮷野家：“很好”🌞",
    });
    expect(rest.map(({ status, likeness }) => [status, likeness])).toEqual(
      Array.from({ length: 8 }, () => ["valid", null]),
    );
  });

  test("adds nothing the second time, and of a longer one only what is new, equal rows counted", async () => {
    const edition = await anEdition({ slug: "2024-im2" });
    const rows = [fileRow("5"), fileRow("5"), fileRow("4", "水")];
    expect(await accept(edition, rows)).toMatchObject({ value: { added: 3, already: 0 } });
    const again = await checkedFile(staff, edition, rows, NOW);
    expect(await summariseImport(staff, edition, again)).toMatchObject({ good: 3, already: 3, bad: 0 });
    expect((await findSameFile(staff, again))?.acceptedBy).toBe("王芳");
    expect(await acceptImport(staff, edition, again, NOW)).toMatchObject({ value: { added: 0, already: 3 } });
    const longer = [fileRow("3", "新的"), ...rows.toReversed(), fileRow("5")];
    expect(await accept(edition, longer)).toMatchObject({ value: { added: 2, already: 3 } });
    expect(await storedIn(edition.id)).toHaveLength(5);
  });

  test("that was taken in is not taken in again by another mapping, unless the person says so", async () => {
    const edition = await anEdition({ slug: "2024-im13" });
    const rows = [fileRow("5"), fileRow("4", "水")];
    expect(await accept(edition, rows)).toMatchObject({ value: { added: 2 } });
    const otherwise = { ...A_MAPPING, words: { "5": 1, "4": 2 } } as const;
    const again = await checkedFile(staff, edition, rows, NOW, otherwise);
    expect(await acceptImport(staff, edition, again, NOW)).toEqual({ ok: false, error: "same-file" });
    expect(await storedIn(edition.id)).toHaveLength(2);
    expect(await acceptImport(staff, edition, { ...again, isAgain: true }, NOW)).toMatchObject({ value: { added: 2 } });
  });

  test("uploaded twice, read otherwise and accepted at once is taken in once", async () => {
    const edition = await anEdition({ slug: "2024-im14" });
    const rows = [fileRow("5"), fileRow("4", "水")];
    const otherwise = { ...A_MAPPING, words: { "5": 1, "4": 2 } } as const;
    const both = [A_MAPPING, otherwise].map((mapping) => checkedFile(staff, edition, rows, NOW, mapping));
    const files = await Promise.all(both);
    const outcomes = await Promise.all(files.map((file) => acceptImport(staff, edition, file, NOW)));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: "same-file" }]);
    expect(await storedIn(edition.id)).toHaveLength(2);
  });

  test("of 10,000 answers is checked in steps and accepted in one", { timeout: 120_000 }, async () => {
    const edition = await anEdition({ slug: "2024-im3" });
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      fileRow(String(1 + (n % 5)), `第${n}条：${"意见".repeat(30)}`),
    );
    const batch = await checkedFile(staff, edition, rows, NOW);
    expect(await acceptImport(staff, edition, batch, NOW)).toMatchObject({ value: { added: 10_000 } });
    expect(await accept(edition, rows)).toMatchObject({ value: { added: 0, already: 10_000 } });
    expect(await rowsLeft(batch.id)).toBe(0);
  });

  test("gives nobody who knows an answer its receipt, and no reader a way to take its place before", async () => {
    const edition = await anEdition({ slug: "2024-im4" });
    await accept(edition, [fileRow("5")]);
    const [said] = (await database().execute(
      sql`select idempotency_hash from response where edition_id = ${edition.id}`,
    )) as unknown as [{ idempotency_hash: string }];
    expect(said.idempotency_hash).toMatch(/^[0-9a-f]{64}$/);
    const batch = await checkedFile(staff, edition, [fileRow("5")], NOW);
    const [{ said: hash } = { said: "" }] = (await database().execute(
      sql`select said from import_row where batch_id = ${batch.id}`,
    )) as unknown as { said: string }[];
    expect(await findResponseByReceipt(receiptCodeOf(edition.slug, importKey(hash, 0)))).toBeNull();
    expect(() => aResponse({ overall: 5, idempotency_key: importKey(hash, 0) })).toThrow("bad-key");
  });
});

describe("a file with a bad cell", () => {
  test("is named by row and column, and brings nothing", async () => {
    const edition = await anEdition({ slug: "2024-im5" });
    const rows = Array.from({ length: 1200 }, () => fileRow("5"));
    rows[700] = fileRow("挺好", "字".repeat(2001));
    rows[1100] = fileRow("5", "", "2027-01-01", "fax");
    const batch = await checkedFile(staff, edition, rows, NOW);
    expect(await summariseImport(staff, edition, batch)).toMatchObject({
      good: 1198,
      bad: 2,
      problems: 4,
      checked: 1200,
    });
    const bad = await listBadRows(staff, batch.id, 0, 10);
    expect(
      bad.map(({ number, problems }) => [number, problems.map(({ place, error }) => [place, error.code])]),
    ).toEqual([
      [
        702,
        [
          [2, "not-a-rating"],
          [3, "too-long"],
        ],
      ],
      [
        1102,
        [
          [1, "not-a-channel"],
          [0, "in-future"],
        ],
      ],
    ]);
    expect(await acceptImport(staff, edition, batch, NOW)).toEqual({ ok: false, error: "not-good" });
    expect(await storedIn(edition.id)).toEqual([]);
  });
});

describe("two people at one file", () => {
  test("who map it at once: the second is told, and a check of the old mapping stops", async () => {
    const edition = await anEdition({ slug: "2024-im6" });
    const batch = await stagedFile(staff, edition, [fileRow("5")], NOW);
    expect(await saveImportMapping(staff, batch, A_MAPPING)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await saveImportMapping(staff, batch, A_MAPPING)).toEqual({ ok: false, error: "changed-meanwhile" });
    expect(await checkNextRows(staff, edition, batch, NOW)).toEqual({ ok: false, error: "changed-meanwhile" });
    expect(await acceptImport(staff, edition, batch, NOW)).toEqual({ ok: false, error: "changed-meanwhile" });
  });

  test("who accept it at once: one does, the other is told", async () => {
    const edition = await anEdition({ slug: "2024-im7" });
    const batch = await checkedFile(
      staff,
      edition,
      Array.from({ length: 600 }, () => fileRow("5")),
      NOW,
    );
    const outcomes = await Promise.all([1, 2, 3].map(() => acceptImport(staff, edition, batch, NOW)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error).toMatch(/^(under-way|accepted)$/);
    expect(await storedIn(edition.id)).toHaveLength(600);
    expect(await acceptImport(staff, edition, batch, NOW)).toEqual({ ok: false, error: "accepted" });
    expect(await discardImport(staff, edition, batch.id)).toEqual({ ok: false, error: "gone" });
  });
});
