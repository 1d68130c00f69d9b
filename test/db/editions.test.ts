import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { findEdition, listEditions } from "@/db/editions";
import { EmptyNoticeError } from "@/db/errors";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { anEdition, theEdition } from "@/test/support/editions";
import { runAsReplica } from "@/test/support/replica-mode";

describe("an edition", () => {
  test("comes back as it was defined", async () => {
    expect(await findEdition("2024")).toMatchObject({ ...JINCHEN_2024, instrumentVersion: 1 });
    const fieldPeriod = { opensAt: new Date("2023-05-01T00:00:00Z"), closesAt: new Date("2023-07-01T00:00:00.123Z") };
    expect(await anEdition({ slug: "2023", state: "sealed", ...fieldPeriod })).toMatchObject(fieldPeriod);
  });

  test.each(["2099", "", "2024'", "2024 "])("is not found by %j", async (slug) => {
    expect(await findEdition(slug)).toBeNull();
  });

  test("is met with its newest published instrument, or with the version that is asked for", async () => {
    const { id, instrument } = await anEdition({ slug: "2022" });
    await addInstrument(id, 2, true, { ...instrument, title: { "zh-CN": "第二版", en: "Second" } });
    await addInstrument(id, 3, false, { ...instrument, title: { "zh-CN": "草稿", en: "Draft" } });
    expect((await theEdition("2022")).instrument.title.en).toBe("Second");
    expect((await findEdition("2022", 1))?.instrument).toEqual(instrument);
    expect(await findEdition("2022", 3)).toBeNull();
    expect(await findEdition("2022", 4)).toBeNull();
  });

  test("is listed once, the newest report first", async () => {
    const { id, instrument } = await anEdition({ slug: "2021" });
    await addInstrument(id, 2, true, instrument);
    await anEdition({ slug: "2021-summary" });
    const slugs = (await listEditions()).map((edition) => edition.slug);
    expect(slugs).toEqual([...new Set(slugs)].toSorted().toReversed());
    expect((await listEditions()).find((edition) => edition.slug === "2021")?.instrumentVersion).toBe(2);
  });

  test("is refused when its slug is taken, and leaves nothing behind", async () => {
    const before = await countRows();
    await expect(anEdition({ slug: "2024" })).rejects.toMatchObject({ code: "23505" });
    await expect(anEdition({ slug: "Report" })).rejects.toThrow("slug");
    expect(await countRows()).toEqual(before);
  });
});

describe("an edition with an empty element in its privacy notice", () => {
  const { address: _address, ...company } = JINCHEN_2024.company;
  const privacyNotice = { ...JINCHEN_2024.privacyNotice, backupDays: null, storage: { "zh-CN": "机房", en: "" } };

  test("cannot be open, and the refusal names the elements", async () => {
    const opened = anEdition({ slug: "2019", company, privacyNotice });
    await expect(opened).rejects.toThrow(new EmptyNoticeError(["controller", "methods", "retention"]));
    expect(await findEdition("2019")).toBeNull();
  });

  test("can be prepared, and is refused by the database when it is opened", async () => {
    const { id } = await anEdition({ slug: "2018", state: "draft", privacyNotice });
    const open = sql`update edition set state = 'open' where id = ${id}`;
    const refused = { code: "23514", constraint: "edition_open_with_notice" };
    await expect(database().execute(open)).rejects.toMatchObject(refused);
    const { privacyNotice: whole } = JINCHEN_2024;
    await database().execute(sql`update edition set privacy_notice = ${JSON.stringify(whole)}::jsonb where id = ${id}`);
    await database().execute(open);
    expect((await theEdition("2018")).state).toBe("open");
  });

  test.each([
    ["null", sql`jsonb_set(privacy_notice, '{backupDays}', 'null')`],
    ["empty in one language", sql`jsonb_set(privacy_notice, '{storage,en}', '""')`],
    ["missing", sql`privacy_notice - 'version'`],
  ])("is refused by the database while it is open: %s", async (_, notice) => {
    const update = sql`update edition set privacy_notice = ${notice} where slug = '2024'`;
    await expect(database().execute(update)).rejects.toMatchObject({ code: "23514" });
  });
});

describe("a published instrument", () => {
  test.each([
    ["UPDATE of its document", sql`update instrument set document = '{}'`],
    ["UPDATE that takes it back", sql`update instrument set published_at = null`],
    ["UPDATE that changes nothing", sql`update instrument set version = version`],
    ["DELETE", sql`delete from instrument`],
  ])("refuses %s", async (_, statement) => {
    await expect(database().execute(statement)).rejects.toMatchObject({ code: "RF001" });
    await expect(runAsReplica(statement)).rejects.toMatchObject({ code: "RF001" });
  });

  test("keeps its edition from being deleted", async () => {
    await expect(database().execute(sql`delete from edition where slug = '2024'`)).rejects.toMatchObject({
      code: "23503",
    });
  });

  test("was a draft that could be changed and dropped", async () => {
    const { id, instrument } = await anEdition({ slug: "2020" });
    await addInstrument(id, 2, false, instrument);
    await database().execute(sql`update instrument set version = 3 where edition_id = ${id} and version = 2`);
    const dropped = sql`delete from instrument where edition_id = ${id} and version = 3 returning version`;
    expect([...(await database().execute(dropped))]).toEqual([{ version: 3 }]);
  });
});

async function addInstrument(editionId: string, version: number, published: boolean, document: object): Promise<void> {
  await database().execute(sql`
    insert into instrument (id, edition_id, version, document, published_at) values (
      ${randomUUID()}, ${editionId}, ${version}, ${JSON.stringify(document)}::jsonb,
      case when ${published}::boolean then now() end)`);
}

async function countRows() {
  const [row] = await database().execute(sql`
    select (select count(*) from edition) as editions, (select count(*) from instrument) as instruments`);
  return row;
}
