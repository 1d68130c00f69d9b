import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { changeEdition } from "@/db/edition-settings";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";

const boss = aStaff({ role: "administrator" });
const events = (slug: string) =>
  database().execute(sql`select act, before, after from audit_event where subject = ${slug} order by id`);

describe("an edition's settings", () => {
  test("change, and the log keeps what was and what is, and nothing else", async () => {
    const { revision } = await anEdition({ slug: "2031", state: "draft" });
    const company = { ...JINCHEN_2024.company, phone: "0417-0000000", icpFiling: "辽ICP备00000000号" };
    const closesAt = new Date("2031-12-31T16:00:00Z");
    expect(await changeEdition(boss, "2031", revision, { company, closesAt })).toEqual({ ok: true, value: null });
    expect(await theEdition("2031")).toMatchObject({ company, closesAt, revision: revision + 1 });
    expect([...(await events("2031"))]).toEqual([
      {
        act: "edition.changed",
        before: { "company.phone": "0417-6682389", "company.icpFiling": null, closesAt: null },
        after: {
          "company.phone": "0417-0000000",
          "company.icpFiling": "辽ICP备00000000号",
          closesAt: "2031-12-31T16:00:00.000Z",
        },
      },
    ]);
  });

  test("that are the same are not logged", async () => {
    const { revision, company } = await anEdition({ slug: "2032" });
    expect((await changeEdition(boss, "2032", revision, { company })).ok).toBe(true);
    expect((await theEdition("2032")).revision).toBe(revision);
    expect(await events("2032")).toHaveLength(0);
  });

  test("of two people at once are the first one's, and the second is told", async () => {
    const { revision } = await anEdition({ slug: "2033" });
    const title = (en: string) => ({ reportTitle: { "zh-CN": "报告", en } });
    const outcomes = await Promise.all(["A", "B", "C"].map((en) => changeEdition(boss, "2033", revision, title(en))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([
      { ok: false, error: "changed" },
      { ok: false, error: "changed" },
    ]);
  });

  test("of a sealed edition stay", async () => {
    const { revision } = await anEdition({ slug: "2034", state: "sealed" });
    expect(await changeEdition(boss, "2034", revision, { closesAt: new Date() })).toEqual({
      ok: false,
      error: "sealed",
    });
  });
});
