import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { Instrument } from "@/lib/survey/instrument";
import { useBrowser } from "@/test/support/browser";
import { send, storedIn, tick, untilHydrated, untilKept } from "@/test/support/reader";

const openPage = useBrowser();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

let slug = "";
let editions = 0;

/** An edition of its own for each test, older than 2024 so that `/` does not lead there. */
beforeEach(async () => {
  slug = `2019-lost${(editions += 1)}`;
  await sql`
    insert into edition select (jsonb_populate_record(edition,
      jsonb_build_object('id', gen_random_uuid(), 'slug', ${slug}::text, 'state', 'open'))).*
    from edition where slug = '2024'`;
  await publish(1, await newestInstrument("2024"));
});

async function newestInstrument(of: string): Promise<Instrument> {
  const [row] = await sql`
    select document from instrument join edition on edition.id = edition_id
    where slug = ${of} order by version desc limit 1`;
  return row?.document as Instrument;
}

async function publish(version: number, document: Instrument): Promise<void> {
  await sql`
    insert into instrument (id, edition_id, version, document, published_at)
    select gen_random_uuid(), id, ${version}, ${sql.json(document as never)}, now() from edition where slug = ${slug}`;
}

/** Other words for the first open question, the second one gone, and a new one at the end. */
async function changeWording(): Promise<void> {
  const document = structuredClone(await newestInstrument(slug));
  const questions = document.sections[1];
  if (!questions) throw new Error("no open questions");
  const [advice, , missing] = questions.items;
  if (!advice || !missing) throw new Error("not three open questions");
  const reworded = { ...advice, text: { "zh-CN": "新的问法", en: "Put in other words" } };
  const added = { ...missing, key: "added_later", text: { "zh-CN": "新加的一题", en: "A new question" } };
  questions.items = [reworded, missing, added];
  await publish(2, document);
}

const versionsAnswered = () => sql`
  select instrument.version, json_object_agg(item, content) as texts from response
  join instrument on instrument.id = response.instrument_id join verbatim on verbatim.response_id = response.id
  join edition on edition.id = response.edition_id where slug = ${slug} group by response.id, instrument.version`;

describe.each([true, false])("a page opened before the wording changed (JavaScript %s)", (javaScriptEnabled) => {
  const open = async () => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto(`/${slug}`);
    if (javaScriptEnabled) await untilHydrated(page);
    await page.locator("#advice").fill("问的是旧的话");
    await page.locator("#valuable_information").fill("这一题后来没有了");
    await tick(page, "impact", 4);
    await changeWording();
    return page;
  };
  const answered = [{ version: 1, texts: { advice: "问的是旧的话", valuable_information: "这一题后来没有了" } }];

  test("is sent as what was asked", async () => {
    const page = await open();
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await versionsAnswered()).toEqual(answered);
  });

  test("comes back in the other language with the questions that were asked, and all that was typed", async () => {
    const page = await open();
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForURL(/\/en\//);
    expect(await page.locator("#valuable_information").inputValue()).toBe("这一题后来没有了");
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await versionsAnswered()).toEqual(answered);
  });
});

test("a refused page comes back with the questions that were asked (JavaScript off)", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto(`/${slug}`);
  await page.locator("#advice").fill("字".repeat(2001));
  await page.locator("#valuable_information").fill("这一题后来没有了");
  await changeWording();
  await send(page);
  await page.locator("#errors").waitFor();
  expect(await page.locator("#valuable_information").inputValue()).toBe("这一题后来没有了");
  await page.locator("#advice").fill("短了");
  await send(page);
  await page.waitForURL(/receipt/);
  expect(await versionsAnswered()).toEqual([
    { version: 1, texts: { advice: "短了", valuable_information: "这一题后来没有了" } },
  ]);
});

test("a draft of the wording before fills in the questions that there still are", async () => {
  const page = await openPage();
  await page.goto(`/${slug}`);
  await untilHydrated(page);
  await page.locator("#advice").fill("草稿");
  await page.locator("#valuable_information").fill("没有这一题了");
  await untilKept(page, "没有这一题了");
  await changeWording();
  await page.reload();
  await expect.poll(() => page.locator("#advice").inputValue()).toBe("草稿");
  await send(page);
  await page.waitForURL(/receipt/);
  expect(await versionsAnswered()).toEqual([{ version: 2, texts: { advice: "草稿" } }]);
});

test("an edition that closes while somebody writes says so, and the words stay on the page and in the draft", async () => {
  const page = await openPage();
  await page.goto(`/${slug}`);
  await untilHydrated(page);
  await page.locator("#advice").fill("刚好来晚");
  await untilKept(page, "刚好来晚");
  await sql`update edition set state = 'closed' where slug = ${slug}`;
  await send(page);
  await expect.poll(() => page.locator("#errors").innerText()).toContain("本轮征集已截止");
  expect(await page.locator("#advice").inputValue()).toBe("刚好来晚");
  expect(await storedIn(page, "localStorage")).toContain("刚好来晚");
});
