import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { makeNextEdition } from "@/db/next-edition";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";

const boss = aStaff({ role: "administrator" });
const NOW = new Date("2026-02-01T00:00:00Z");

describe("next year's edition", () => {
  test("has the form, questions, channels, company, notice and texts of this year's, and is in the log", async () => {
    const from = await anEdition({ slug: "2031", state: "sealed", closesAt: new Date("2032-01-01T00:00:00Z") });
    expect(await makeNextEdition(boss, from, NOW)).toEqual({ ok: true, value: "2032" });
    const { instrument, asks, channels, company, privacyNotice, reportTitle, timeZone } = from;
    expect(await theEdition("2032")).toMatchObject({
      instrument,
      asks,
      channels,
      company,
      privacyNotice,
      reportTitle,
      timeZone,
      state: "draft",
      opensAt: null,
      closesAt: null,
      instrumentVersion: 1,
    });
    expect(await theEdition("2031")).toEqual(from);
    const logged = await database().execute(sql`select act, after from audit_event where subject = '2032'`);
    const after = { from: "2031", formVersion: 1, items: 8, channels: channels.length };
    expect([...logged]).toEqual([{ act: "edition.copied", after }]);
  });

  test("is made once, however many make it at once", async () => {
    const from = await anEdition({ slug: "2035" });
    const made = await Promise.all(Array.from({ length: 5 }, () => makeNextEdition(boss, from, NOW)));
    expect(made.map((outcome) => (outcome.ok ? outcome.value : outcome.error)).toSorted()).toEqual([
      "2036",
      "exists",
      "exists",
      "exists",
      "exists",
    ]);
  });
});
