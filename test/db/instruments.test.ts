import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { findEdition } from "@/db/editions";
import { discardInstrumentDraft, findInstrumentDesk, publishInstrument, saveInstrumentDraft } from "@/db/instruments";
import { insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { resultsOf } from "@/lib/analysis/results";
import { responseTable } from "@/lib/export/response-table";
import type { Instrument } from "@/lib/survey/instrument";
import { addItem, moveItem, newItem, retireItem } from "@/lib/survey/instrument-edits";
import { aForm, inWords, itemOf } from "@/test/support/a-form";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition, theEdition } from "@/test/support/editions";

const staff = aStaff({ role: "administrator" });
const asks = ["stakeholder_group", "topics", "quote", "contact"] as const;
const save = (slug: string, version: number, revision: number, document: Instrument) =>
  saveInstrumentDraft(staff, slug, { version, revision }, { document, asks });
const publish = (slug: string, version: number, revision: number) =>
  publishInstrument(staff, slug, { version, revision }, new Date());
const acts = (slug: string) =>
  database().execute(sql`select act, before, after from audit_event where subject = ${slug} order by id`);

describe("a draft", () => {
  test("begins with the first save, is no version yet, and is published as the next one", async () => {
    await anEdition({ slug: "2041", state: "draft" });
    const reworded = aForm({ overall: inWords("总体而言𠮷？") });
    expect(await save("2041", 2, 0, reworded)).toEqual({ ok: true, value: { version: 2, revision: 1 } });
    expect((await theEdition("2041")).instrumentVersion).toBe(1);
    expect(await findEdition("2041", 2)).toBeNull();
    expect((await findInstrumentDesk(staff, "2041"))?.draft).toMatchObject({ version: 2, revision: 1 });
    expect(await publish("2041", 2, 1)).toEqual({ ok: true, value: { version: 2 } });
    const now = await theEdition("2041");
    expect([now.instrumentVersion, itemOf(now.instrument, "overall").text["zh-CN"]]).toEqual([2, "总体而言𠮷？"]);
    const published = database().execute(sql`update instrument set version = 9 where id = ${now.instrumentId}`);
    await expect(published).rejects.toMatchObject({ code: "RF001" });
  });

  test("writes down each item's lineage to the edition before when it is published", async () => {
    await anEdition({ slug: "2042-b", state: "closed" });
    await anEdition({ slug: "2043-b", state: "draft" });
    const added = newItem("open", inWords("新题").text, "2043", new Set());
    await save("2043-b", 2, 0, addItem(aForm({ overall: inWords("换了说法") }), 1, added));
    await publish("2043-b", 2, 1);
    const { instrument } = await theEdition("2043-b");
    expect(["impact", "overall", added.key].map((key) => itemOf(instrument, key).lineage)).toEqual([
      "same",
      "reworded",
      "new",
    ]);
  });

  test("is not begun, and nothing is logged, where nothing differs", async () => {
    await anEdition({ slug: "2044", state: "draft" });
    expect(await save("2044", 2, 0, aForm())).toEqual({ ok: true, value: { version: 2, revision: 0 } });
    expect(await publish("2044", 2, 0)).toEqual({ ok: false, error: { kind: "nothing-changed" } });
    expect(await acts("2044")).toHaveLength(0);
  });

  test("is given up, and the published form is what stands", async () => {
    await anEdition({ slug: "2045", state: "draft" });
    await save("2045", 2, 0, retireItem(aForm(), "advice"));
    expect(await discardInstrumentDraft(staff, "2045", { version: 2, revision: 1 })).toMatchObject({ ok: true });
    expect((await findInstrumentDesk(staff, "2045"))?.draft).toMatchObject({ version: 2, revision: 0 });
    expect((await acts("2045")).map(({ act }) => act)).toEqual(["instrument.saved", "instrument.discarded"]);
  });

  test("is logged with what differs, before and after", async () => {
    await anEdition({ slug: "2046", state: "draft" });
    await save("2046", 2, 0, aForm({ advice: inWords("新的问法", itemOf(aForm(), "advice").text.en) }));
    expect([...(await acts("2046"))]).toEqual([
      {
        act: "instrument.saved",
        before: { "item.advice.zh-CN": itemOf(aForm(), "advice").text["zh-CN"] },
        after: { "item.advice.zh-CN": "新的问法" },
      },
    ]);
  });
});

describe("two people at the same draft", () => {
  test("the second is told what stands now, and nothing of the first is overwritten", async () => {
    await anEdition({ slug: "2047", state: "draft" });
    const [first, second] = [aForm({ advice: inWords("第一人") }), aForm({ advice: inWords("第二人") })];
    await save("2047", 2, 0, first);
    for (const [version, revision] of [
      [2, 0],
      [1, 0],
      [3, 0],
      [2, 7],
    ] as const) {
      const refused = await save("2047", version, revision, second);
      expect(refused).toMatchObject({ ok: false, error: { kind: "changed", current: { revision: 1 } } });
    }
    expect(await save("2047", 2, 1, second)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await publish("2047", 2, 1)).toMatchObject({ ok: false, error: { kind: "changed" } });
  });

  test("saving at the same moment, one is kept and the others are told", async () => {
    await anEdition({ slug: "2048", state: "draft" });
    const tried = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => save("2048", 2, 0, aForm({ advice: inWords(`第${number}人`) }))),
    );
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
    const twice = await Promise.all([publish("2048", 2, 1), publish("2048", 2, 1)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("an edition with answers", () => {
  test("keeps its ratings: neither saved nor published is what would move them", async () => {
    const edition = await anEdition({ slug: "2049", state: "draft" });
    await save("2049", 2, 0, moveItem(aForm(), "impact", 1));
    await database().execute(sql`update edition set state = 'open' where id = ${edition.id}`);
    const refused = { ok: false, error: { kind: "protected", breaches: [{ rule: "ratings" }] } };
    expect(await publish("2049", 2, 1)).toEqual(refused);
    expect(await save("2049", 2, 1, retireItem(aForm(), "overall"))).toEqual(refused);
  });

  test("counts answers to every version, each item of those who were asked it, and exports them all", async () => {
    const before = await anEdition({ slug: "2050" });
    const send = async (edition: typeof before, answers: Parameters<typeof aResponse>[0]) =>
      insertResponse(edition, aResponse(answers), "zh-CN", new Date());
    await send(before, { overall: 5, advice: "第一版的建议" });
    await send(before, { overall: 4 });
    const added = newItem("open", inWords("新题").text, "2050", new Set());
    await save("2050", 2, 0, moveItem(addItem(retireItem(aForm(), "advice"), 1, added), added.key, -1));
    await publish("2050", 2, 1);
    const now = await theEdition("2050");
    const { verbatims: _, ...rest } = aResponse({ overall: 1 });
    await insertResponse(now, { ...rest, verbatims: { [added.key]: "第二版的新话" } }, "zh-CN", new Date());
    // A page of the first version, still open when the second came.
    await send((await findEdition("2050", 1)) ?? before, { overall: 3, advice: "晚到的建议" });

    await withEditionSnapshot(staff, now.id, async ({ instrument, counts, responses }) => {
      const results = resultsOf(instrument, counts);
      expect(results.ratings.at(-1)).toMatchObject({ key: "overall", base: 4, missing: 0 });
      expect(results.open.map(({ key, base, missing }) => [key, base, missing])).toEqual([
        ["valuable_information", 0, 4],
        [added.key, 1, 0],
        ["missing_information", 0, 4],
        ["advice", 2, 1],
      ]);
      const table = responseTable({ instrument, asks }, "zh-CN");
      const cells = (await allOf(responses())).map(table.row);
      expect(cells.flat()).toEqual(expect.arrayContaining(["第一版的建议", "第二版的新话", "晚到的建议"]));
    });
  });
});

test("a version that was replaced before the edition opened, with other ratings, is none to answer", async () => {
  await anEdition({ slug: "2051", state: "draft" });
  await save("2051", 2, 0, retireItem(aForm(), "impact"));
  await publish("2051", 2, 1);
  expect(await findEdition("2051", 1)).toBeNull();
  expect((await findEdition("2051", 2))?.instrumentVersion).toBe(2);
});

test("a sealed edition's form stays as it is", async () => {
  await anEdition({ slug: "2052", state: "sealed" });
  expect(await save("2052", 2, 0, aForm({ advice: inWords("不行") }))).toEqual({
    ok: false,
    error: { kind: "sealed" },
  });
  expect(await save("2099", 2, 0, aForm())).toEqual({ ok: false, error: { kind: "unknown-edition" } });
});
