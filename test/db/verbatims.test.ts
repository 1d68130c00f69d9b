import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import type { Verbatim, VerbatimPage } from "@/db/verbatims";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";
import { HARD_TEXTS } from "@/test/support/hard-texts";

const staff = aStaff({ role: "analyst" });
const listVerbatims = (edition: Edition, item: string, page: VerbatimPage) =>
  withEditionSnapshot(staff, edition.id, ({ verbatims }) => verbatims(item, page));
const day = (number: number) => new Date(Date.UTC(2025, 5, number, 4));
const say = (edition: Edition, advice: string | null, on: Date) =>
  insertResponse(edition, aResponse({ overall: 4, advice }), "zh-CN", on);

async function* pagesOf(edition: Edition, limit: number): AsyncGenerator<Verbatim[]> {
  let after: string | undefined;
  for (;;) {
    const page = await listVerbatims(edition, "advice", { after, limit });
    yield page;
    if (page.length < limit) return;
    after = page.at(-1)?.responseId;
  }
}

describe("the verbatims of an item", () => {
  let edition: Edition;
  const sent = Array.from({ length: 130 }, (_, place) => `意见 ${place}`);

  beforeAll(async () => {
    edition = await anEdition({ slug: "2024-verbatims" });
    for (const [place, text] of sent.entries()) await say(edition, text, day(1 + (place % 7)));
    await say(edition, null, day(3));
    await say(await theEdition(), "另一轮次的意见", day(3));
    await insertResponse(edition, aResponse({ missing_information: "另一题的意见" }), "zh-CN", day(3));
  });

  test("come page by page, each once, newest day first", async () => {
    const pages: Verbatim[][] = [];
    for await (const page of pagesOf(edition, 50)) pages.push(page);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 30]);
    const all = pages.flat();
    expect(all.map(({ content }) => content).toSorted()).toEqual(sent.toSorted());
    const days = all.map(({ receivedOn }) => receivedOn);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test("neither repeat nor go missing while others arrive between two pages", async () => {
    const seen: string[] = [];
    for await (const page of pagesOf(edition, 20)) {
      seen.push(...page.map(({ content }) => content));
      for (const number of [1, 4, 8]) await say(edition, "到得晚", day(number));
    }
    const early = seen.filter((text) => text !== "到得晚");
    expect(early.toSorted()).toEqual(sent.toSorted());
    await database().execute(sql`delete from verbatim where content = '到得晚'`);
  });

  test("are those of valid responses only", async () => {
    const kept = await anEdition({ slug: "2024-status" });
    for (const status of ["valid", "on_hold", "quarantined", "excluded", "withdrawn"]) {
      await say(kept, status, day(2));
      await database().execute(sql`
        update response set status = ${status}, status_reason = 'TEST', likeness = null
        where id = (select response_id from verbatim where content = ${status})`);
    }
    const listed = await listVerbatims(kept, "advice", { limit: 10 });
    expect(listed.map(({ content }) => content)).toEqual(["valid"]);
  });

  test("come back to the character, with their day and the form's language and nothing else", async () => {
    const hard = await anEdition({ slug: "2024-hard" });
    for (const text of HARD_TEXTS) await say(hard, text, day(5));
    const listed = await listVerbatims(hard, "advice", { limit: 100 });
    expect(listed.map(({ content }) => content).toSorted()).toEqual(HARD_TEXTS.toSorted());
    const [first] = listed;
    expect(first).toEqual({
      responseId: expect.any(String),
      receivedOn: "2025-06-05",
      locale: "zh-CN",
      content: expect.any(String),
    });
  });
});
