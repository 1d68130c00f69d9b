import Papa from "papaparse";
import type { Page } from "playwright-core";
import postgres from "postgres";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { itemsOf } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { TOPICS } from "@/lib/survey/topic";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { type SentAnswers, randomAnswers, randomFrom, requestOf } from "@/test/support/random-submissions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const COUNT = 500;
const EDITION = "2024-rt";
const ITEMS = itemsOf(JINCHEN_2024.instrument).map(({ key }) => key);
const OPTIONAL = ["stakeholder_group", "quote", "topics.count", ...TOPICS.map(({ slug }) => `topics.${slug}`)];
const LABELS = ["很好", "较好", "一般", "较差", "很差"];

const openPage = useBrowser();
const sql = postgres(inject("appDatabase"), { max: 1 });
const editions = useEditions();
const random = randomFrom(603396);
const sent: SentAnswers[] = Array.from({ length: COUNT }, () => randomAnswers(random));

beforeAll(async () => {
  // An edition of its own: other tests answer the one of 2024.
  await editions.open(EDITION);
  const waiting = sent.map((answers, place) => () => send(answers, place));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await next();
    }),
  );
}, 120_000);
afterAll(() => sql.end());

async function send(answers: SentAnswers, place: number): Promise<void> {
  const [as, status] = place % 2 === 0 ? (["form", 303] as const) : (["json", 201] as const);
  const answer = await request(`/${EDITION}/responses`, requestOf(answers, as));
  if (answer.status !== status) throw new Error(`answer ${place} got ${answer.status}: ${await answer.text()}`);
}

/** One line for a response, however it travelled, so that the two ends compare as sorted lists. */
const line = (locale: unknown, channel: unknown, answers: readonly unknown[]) =>
  JSON.stringify([
    locale,
    channel || null,
    ...answers.map((answer) => (answer === "" || answer == null ? null : String(answer))),
  ]);
/** How many topics, and 1 or 0 for each; nothing at all where none was chosen. */
const flagsOf = (topics: readonly string[]) =>
  [topics.length, ...TOPICS.map(({ slug }) => Number(topics.includes(slug)))].map((cell) =>
    topics.length === 0 ? null : cell,
  );
const sentLines = () =>
  sent
    .map(({ locale, channel, ratings, texts, stakeholderGroup, quote, topics }) =>
      line(locale, channel, [
        ...ITEMS.map((key) => ratings[key] ?? texts[key]),
        stakeholderGroup,
        quote,
        ...flagsOf(topics),
      ]),
    )
    .toSorted();

/** The table of an export as lines; `names` is its first row, `guard` undoes what protects a cell. */
function linesOf([header = [], ...rows]: readonly (readonly unknown[])[], guard: (cell: unknown) => unknown) {
  const names = header.map((cell) => String(guard(cell)).split(" | ")[0]);
  const cellOf = (row: readonly unknown[], name: string) => guard(row[names.indexOf(name)]);
  return rows
    .map((row) =>
      line(
        cellOf(row, "response.language"),
        cellOf(row, "response.channel"),
        [...ITEMS, ...OPTIONAL].map((key) => cellOf(row, key)),
      ),
    )
    .toSorted();
}

async function download(page: Page, file: string): Promise<Buffer> {
  const answer = await page.request.get(`/admin/exports/${EDITION}/${file}`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

describe(`${COUNT} responses of hard content sent over HTTP`, () => {
  test("stand in the CSV to the character", async () => {
    const page = await openPage();
    await signIn(page);
    const csv = (await download(page, "responses.csv")).toString("utf8");
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const { data } = Papa.parse<string[]>(csv, { delimiter: ",", newline: "\r\n", skipEmptyLines: true });
    const unguard = (cell: unknown) => (String(cell ?? "").startsWith("'") ? String(cell).slice(1) : cell);
    expect(linesOf(data, unguard)).toEqual(sentLines());
    expect(csv).not.toContain("绝密联系");
  });

  test("stand in the XLSX to the character, and its distribution counts them", async () => {
    const page = await openPage();
    await signIn(page);
    const sheets = await readWorkbook(await download(page, "responses.xlsx"), { trim: false });
    expect(linesOf(sheets[0]?.data ?? [], (cell) => cell)).toEqual(sentLines());
    expect(JSON.stringify(sheets)).not.toContain("绝密联系");
    const rows = sheets[1]?.data ?? [];
    for (const key of ITEMS.slice(0, 5)) {
      const counts = rows.find((row) => row.includes(key))?.filter((cell) => typeof cell === "number");
      expect(counts).toEqual(expect.arrayContaining(distribution(key)));
    }
  });

  test("left their contacts where no export goes", async () => {
    const kept = await sql`select contact.value from contact join response on response.id = contact.response_id
      join edition on edition.id = response.edition_id where edition.slug = ${EDITION}`;
    const left = sent.flatMap(({ contact }) => contact ?? []);
    expect(kept.map(({ value }) => value).toSorted()).toEqual(left.toSorted());
  });

  test("are counted on the results page", async () => {
    const page = await openPage();
    await signIn(page);
    await page.goto(`/admin/results?edition=${EDITION}`);
    expect(await page.getByText(`有效 ${COUNT} 份`).count()).toBeGreaterThan(0);
    const table = page.locator("section", { has: page.locator("#figures") });
    const headers = await table.locator("thead th").allInnerTexts();
    for (const [place, key] of ITEMS.slice(0, 5).entries()) {
      const cells = await table.locator("tbody tr").nth(place).locator("th, td").allInnerTexts();
      const figure = (head: string) => (cells[headers.indexOf(head)] ?? "").split(/\s/);
      const counts = distribution(key);
      const base = counts.reduce((sum, count) => sum + count, 0);
      expect(LABELS.map((label) => Number(figure(label)[0]))).toEqual(counts);
      const top = (counts[0] ?? 0) + (counts[1] ?? 0);
      expect(figure("好评率")).toEqual([`${Math.round((100 * top) / base)}%`, `${top}/${base}`]);
      expect([figure("n")[0], figure("未作答")[0]]).toEqual([String(base), String(COUNT - base)]);
      expect(
        LABELS.map((label) => Number.parseInt(figure(label)[1] ?? "", 10)).reduce((sum, share) => sum + share),
      ).toBe(100);
    }
  });
});

/** How often each score was sent for an item, 很好 first: counted from what was sent, not by the product. */
function distribution(key: string): number[] {
  return [5, 4, 3, 2, 1].map((score) => sent.filter(({ ratings }) => ratings[key] === score).length);
}
