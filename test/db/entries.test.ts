import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { countEntries, insertEntry } from "@/db/entries";
import { insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "analyst" });
const ARRIVED = { receivedOn: "2025-06-18", locale: "zh-CN" } as const;
const stored = (editionId: string) => withEditionSnapshot(staff, editionId, ({ responses }) => allOf(responses()));
const KEPT = { kind: "kept", changed: false } as const;

describe("an entry", () => {
  test("counts like any other answer, with its channel and the day it came", async () => {
    const edition = await anEdition({ slug: "2024-entry" });
    const content = aResponse({ overall: 5, advice: "𠮷野家的供应商：“很好”！🌞", channel: "paper" });
    expect(await insertEntry(staff, edition, content, ARRIVED)).toEqual(KEPT);
    const [kept] = await stored(edition.id);
    expect(kept).toMatchObject({ receivedOn: "2025-06-18", channel: "paper", status: "valid" });
    expect(kept?.verbatims).toEqual({ advice: "𠮷野家的供应商：“很好”！🌞" });
  });

  test("makes one row however often its key comes, also at once, and says when a repetition differs", async () => {
    const edition = await anEdition({ slug: "2024-entrytwice" });
    const content = aResponse({ overall: 4, channel: "paper" });
    const twice = await Promise.all([1, 2, 3].map(() => insertEntry(staff, edition, content, ARRIVED)));
    expect(twice).toEqual([KEPT, KEPT, KEPT]);
    const other = { ...content, ratings: content.ratings.map(() => 1 as const) };
    expect(await insertEntry(staff, edition, other, ARRIVED)).toEqual({ kind: "kept", changed: true });
    expect(await stored(edition.id)).toHaveLength(1);
  });

  test.each([
    ["draft", "draft", 0],
    ["closed", null, 1],
    ["sealed", "sealed", 0],
  ] as const)("into an edition that is %s is refused as %s", async (state, reason, rows) => {
    const edition = await anEdition({ slug: `2024-in${state}`, state });
    const outcome = await insertEntry(staff, edition, aResponse({ overall: 3, channel: "phone" }), ARRIVED);
    expect(outcome).toEqual(reason ? { kind: "refused", reason } : KEPT);
    expect(await stored(edition.id)).toHaveLength(rows);
  });

  test("is logged with who typed it, and with nothing of what it says", async () => {
    const edition = await anEdition({ slug: "2024-entrylog" });
    const secret = "只有纸上写着的话";
    const fields = { advice: secret, contact: "138 0000 0000", contact_consent: "yes", channel: "email" };
    await insertEntry(staff, edition, aResponse(fields), ARRIVED);
    const [event] = await database().execute(sql`select * from audit_event order by id desc limit 1`);
    const after = { edition: "2024-entrylog", channel: "email", receivedOn: "2025-06-18" };
    expect(event).toMatchObject({ act: "entry.added", staff_id: staff.id, after });
    expect(JSON.stringify(event)).not.toMatch(/只有纸上|138/);
  });

  test("is never taken for a program's, however many are the same", async () => {
    const edition = await anEdition({ slug: "2024-entrysame" });
    const answers = { overall: 5, advice: "这份报告的内容写得很清楚，希望明年也能及时披露。", channel: "paper" };
    for (let n = 0; n < 8; n += 1) await insertEntry(staff, edition, aResponse(answers), ARRIVED);
    await insertResponse(edition, aResponse(answers), "zh-CN", new Date("2025-06-18T04:00:00Z"));
    expect((await stored(edition.id)).map(({ status }) => status)).toEqual(Array(9).fill("valid"));
  });

  test("is counted for everybody and for the person who typed it", async () => {
    const edition = await anEdition({ slug: "2024-entrycount" });
    const colleague = aStaff({ id: "0199a3c0-0000-7000-8000-000000000002" });
    for (const person of [staff, staff, colleague])
      await insertEntry(person, edition, aResponse({ overall: 5, channel: "paper" }), ARRIVED);
    await insertResponse(edition, aResponse({ overall: 5 }), "zh-CN", new Date());
    expect(await countEntries(staff, edition.id)).toEqual({ all: 3, mine: 2 });
  });
});
