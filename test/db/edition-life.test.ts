import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { type AskedAct, actOnEdition } from "@/db/edition-life";
import { insertResponse } from "@/db/responses";
import { listUnsealings } from "@/db/unsealings";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";

const NOW = new Date("2026-03-01T01:00:00Z");
const boss = aStaff({ role: "administrator", name: "赵𠮷" });
const act = async (slug: string, name: AskedAct["act"], reason = "", now = NOW) =>
  actOnEdition(boss, slug, { act: name, reason, revision: (await theEdition(slug)).revision }, now);
const events = (slug: string) =>
  database().execute(sql`select act, staff_name, before, after from audit_event where subject = ${slug} order by id`);

describe("an edition", () => {
  test("goes through its life, and every step is in the log", async () => {
    await anEdition({ slug: "2031", state: "draft" });
    const later = new Date("2026-12-31T16:00:00Z");
    for (const name of ["open", "close", "reopen", "close", "seal", "disclose"] as const) {
      expect(await act("2031", name, "", name === "open" ? NOW : later)).toEqual({ ok: true, value: null });
    }
    expect(await theEdition("2031")).toMatchObject({ state: "disclosed", opensAt: NOW, closesAt: later, revision: 7 });
    expect((await events("2031")).map((event) => event.act)).toEqual(
      ["opened", "closed", "reopened", "closed", "sealed", "disclosed"].map((name) => `edition.${name}`),
    );
    expect((await events("2031"))[0]).toEqual({
      act: "edition.opened",
      staff_name: "赵𠮷",
      before: { state: "draft", opensAt: null, closesAt: null },
      after: { state: "open", opensAt: NOW.toISOString(), closesAt: null },
    });
  });

  test("is unsealed with a reason, which stays as a mark", async () => {
    const { id } = await anEdition({ slug: "2032", state: "disclosed" });
    expect(await act("2032", "unseal", "供应商组编码有误，需重新复核")).toEqual({ ok: true, value: null });
    expect((await theEdition("2032")).state).toBe("closed");
    const mark = { at: expect.any(Date), staffName: "赵𠮷", reason: "供应商组编码有误，需重新复核" };
    expect(await listUnsealings(boss, id)).toEqual([mark]);
    expect((await events("2032"))[0]?.after).toMatchObject({ state: "closed", reason: "供应商组编码有误，需重新复核" });
    for (const statement of [sql`update edition_unsealing set reason = 'x'`, sql`delete from edition_unsealing`]) {
      await expect(database().execute(statement)).rejects.toMatchObject({ code: "RF003" });
    }
    await expect(database().execute(sql`truncate edition_unsealing`)).rejects.toMatchObject({ code: "RF003" });
  });

  test("is unsealed once by a mark: an earlier one does not open a later seal", async () => {
    await anEdition({ slug: "2033", state: "sealed" });
    await act("2033", "unseal", "一");
    await act("2033", "seal");
    const again = database().execute(sql`update edition set state = 'closed' where slug = '2033'`);
    await expect(again).rejects.toMatchObject({ code: "RF003" });
    const early = database()
      .execute(sql`insert into edition_unsealing (id, edition_id, staff_name, reason, transaction_id)
      select gen_random_uuid(), id, 'x', 'x', '1' from edition where slug = '2024'`);
    await expect(early).rejects.toMatchObject({ code: "RF003" });
  });

  test("is left alone by an act from an older page", async () => {
    const { revision } = await anEdition({ slug: "2034" });
    await act("2034", "close");
    const late = await actOnEdition(boss, "2034", { act: "close", revision, reason: "" }, NOW);
    expect(late).toEqual({ ok: false, error: { kind: "changed" } });
    expect(await act("2034", "disclose")).toEqual({ ok: false, error: { kind: "not-now" } });
  });

  test("does not open while its privacy notice is silent, and the refusal says on what", async () => {
    const privacyNotice = { ...JINCHEN_2024.privacyNotice, backupDays: null, version: "" };
    await anEdition({ slug: "2035", state: "draft", privacyNotice });
    const refusal = { kind: "empty-notice", elements: ["retention", "changes"] };
    expect(await act("2035", "open")).toEqual({ ok: false, error: refusal });
    expect(await events("2035")).toHaveLength(0);
  });

  test("closes after the answers that are just being kept, and before all others", async () => {
    const edition = await anEdition({ slug: "2036" });
    const kept = Promise.all(
      Array.from({ length: 20 }, () => insertResponse(edition, aResponse({ overall: 5 }), "zh-CN", NOW)),
    );
    const closed = await act("2036", "close");
    const outcomes = (await kept).map(({ kind }) => kind);
    expect(closed.ok).toBe(true);
    const [row] = await database().execute(sql`select count(*)::int from response where edition_id = ${edition.id}`);
    expect(row?.count).toBe(outcomes.filter((kind) => kind === "kept").length);
    const late = await insertResponse(edition, aResponse({ overall: 5 }), "zh-CN", NOW);
    expect(late).toEqual({ kind: "closed" });
  });
});
