import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { listResponses } from "@/db/response-list";
import { insertResponse } from "@/db/responses";
import { viewContact, viewResponse } from "@/db/response-view";
import { filterQuery, readResponseFilter } from "@/lib/survey/response-filter";
import { type Answers, aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "analyst" });
const day = (number: number) => new Date(Date.UTC(2025, 5, number, 4));
const send = (to: Edition, answers: Answers, on = day(1)) => insertResponse(to, aResponse(answers), "zh-CN", on);
const list = (edition: Edition, query: Record<string, string> = {}, after?: string, limit = 100) =>
  listResponses(staff, edition.id, readResponseFilter(query), { after, limit });
const textsOf = async (edition: Edition, query: Record<string, string>) =>
  (await list(edition, query)).rows.map(({ text }) => text).toSorted();

describe("the list of responses", () => {
  let edition: Edition;
  beforeAll(async () => {
    edition = await anEdition({ slug: "2024-list" });
    await send(
      edition,
      { overall: 5, advice: "增加供应链数据", channel: "wechat", stakeholder_group: "supplier" },
      day(1),
    );
    await send(edition, { overall: 4, advice: "ＥＳＧ评级", missing_information: "员工培训", channel: "pdf" }, day(2));
    await send(edition, { overall: 3, advice: "降低 50% 排放_计划", stakeholder_group: "employee" }, day(3));
    await send(edition, { overall: 2, advice: "𠮷野家👨‍👩‍👧的供应商" }, day(4));
    await send(edition, { impact: 1 }, day(4));
    await send(await anEdition({ slug: "2024-other" }), { advice: "供应链" });
  });

  test("is newest day first, with ratings, one text and how many there are", async () => {
    const { rows, all, found, isCapped } = await list(edition);
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual([
      "2025-06-04",
      "2025-06-04",
      "2025-06-03",
      "2025-06-02",
      "2025-06-01",
    ]);
    expect(rows[3]).toMatchObject({ channel: "pdf", text: "ＥＳＧ评级", texts: 2, status: "valid" });
    expect(rows[3]?.ratings).toEqual([null, null, null, null, 4]);
    expect([all, found, isCapped]).toEqual([{ valid: 5 }, { valid: 5 }, false]);
  });

  test.each([
    [{ search: "供应" }, ["增加供应链数据", "𠮷野家👨‍👩‍👧的供应商"]],
    [{ search: "esg" }, ["ＥＳＧ评级"]],
    [{ search: "50%" }, ["降低 50% 排放_计划"]],
    [{ search: "%" }, ["降低 50% 排放_计划"]],
    [{ search: "_" }, ["降低 50% 排放_计划"]],
    [{ search: "𠮷" }, ["𠮷野家👨‍👩‍👧的供应商"]],
    [{ search: "培训" }, ["员工培训"]],
    [{ search: "没有的词" }, []],
    [{ search: "供应", group: "supplier" }, ["增加供应链数据"]],
    [{ channel: "wechat" }, ["增加供应链数据"]],
    [{ group: "employee" }, ["降低 50% 排放_计划"]],
    [{ channel: "_none", group: "_none", from: "2025-06-04", search: "野" }, ["𠮷野家👨‍👩‍👧的供应商"]],
    [{ from: "2025-06-02", until: "2025-06-02" }, ["ＥＳＧ评级"]],
  ])("is narrowed by %o", async (query, texts) => {
    expect(await textsOf(edition, query)).toEqual(texts.toSorted());
    const { found } = await list(edition, query);
    expect(found).toEqual(texts.length > 0 ? { valid: texts.length } : {});
  });

  test("goes page by page, each answer once, whatever arrives meanwhile", async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { rows } = await list(edition, { until: "2025-06-04" }, after, 2);
      seen.push(...rows.map(({ id }) => id));
      await send(edition, { overall: 1 }, day(9));
      after = rows.at(-1)?.id;
      if (rows.length < 2) break;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test("counts by status what its other conditions leave, and shows the rows of one", async () => {
    const kept = await anEdition({ slug: "2024-counted" });
    for (const status of ["valid", "on_hold", "quarantined", "excluded", "withdrawn"]) {
      await send(kept, { advice: `意见 ${status}` });
      await database().execute(sql`
        update response set status = ${status}, status_reason = 'BURST', likeness = null
        where id = (select response_id from verbatim where content = ${`意见 ${status}`})`);
    }
    await send(kept, { advice: "别的" });
    const { all, found, rows } = await list(kept, { search: "意见", status: "excluded" });
    expect(all.valid).toBe(2);
    expect(found).toEqual({ valid: 1, on_hold: 1, quarantined: 1, excluded: 1, withdrawn: 1 });
    expect(rows.map(({ status }) => status)).toEqual(["excluded"]);
    expect(filterQuery(readResponseFilter({ status: "excluded" }))).toEqual({ status: "excluded" });
  });
});

describe("one response", () => {
  const acts = async (subject: string) =>
    (
      await database().execute<{ act: string; staff_name: string }>(
        sql`select act, staff_name from audit_event where subject = ${subject} order by id`,
      )
    ).map(({ act, staff_name }) => `${staff_name} ${act}`);

  test("is read with what it answered; who read it, and who read its contact, is noted", async () => {
    const edition = await anEdition({ slug: "2024-one" });
    const contact = "吉田 <yoshida@example.cn>";
    await send(edition, { overall: 4, advice: "𠮷", topics: ["water"], contact, contact_consent: "yes" });
    const id = (await list(edition)).rows[0]?.id ?? "";
    const viewed = await viewResponse(staff, id);
    expect(viewed).toMatchObject({ verbatims: { advice: "𠮷" }, topics: ["water"], hasContact: true });
    expect(JSON.stringify(viewed)).not.toContain("yoshida");
    expect(await viewContact(staff, id)).toBe(contact);
    expect(await acts(id)).toEqual(["王芳 response.viewed", "王芳 contact.viewed"]);
    await database().execute(sql`delete from contact`);
    expect(await viewContact(staff, id)).toBeNull();
    expect(await acts(id)).toHaveLength(2);
  });

  test("that is not there is null, and nothing is noted", async () => {
    const id = "0199a3c0-0000-7000-8000-00000000dead";
    expect(await viewResponse(staff, id)).toBeNull();
    expect(await acts(id)).toEqual([]);
  });
});
