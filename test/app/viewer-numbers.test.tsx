import { text } from "node:stream/consumers";
import { prerenderToNodeStream } from "react-dom/static";
import readWorkbook from "read-excel-file/node";
import { expect, test, vi } from "vitest";
import { GET as svg } from "@/app/admin/exports/[edition]/ratings.svg/route";
import { GET as xlsx } from "@/app/admin/exports/[edition]/results.xlsx/route";
import { ShownResults } from "@/app/admin/results/shown-results";
import { readShownResults } from "@/app/admin/results/shown-view";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { DIMENSIONS } from "@/lib/analysis/crosstab";
import { bottomTwo, topTwo } from "@/lib/analysis/distribution";
import { wholePercent } from "@/lib/analysis/share";
import { ok } from "@/lib/result";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";
import { ALIKE, randomArrivals } from "@/test/support/random-arrivals";

vi.mock("@/app/_session/staff", () => ({
  requireStaffForRoute: async () => ok(aStaff()),
  mayActAs: (_staff: unknown, asked: string) => asked === "viewer",
}));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "", useSearchParams: () => new Map() }));

const NOW = new Date("2025-06-18T04:00:00Z");
vi.useFakeTimers({ toFake: ["Date"], now: NOW });
const KEYS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
const arrivals = randomArrivals(7, 74);

async function send(from: number, until: number, to?: Edition, given = arrivals): Promise<void> {
  const edition = to ?? (await theEdition());
  for (const { ratings, group, language } of given.slice(from, until)) {
    const rated = Object.fromEntries(KEYS.map((key, place) => [key, ratings[place] ?? null]));
    await insertResponse(edition, aResponse({ ...rated, stakeholder_group: group, advice: "𠮷" }), language, NOW);
  }
}

/** Everything that a viewer can look at and take away, as text without marks. */
async function everything(): Promise<string[]> {
  const edition = await theEdition();
  const asked = () =>
    [new Request("http://localhost"), { params: Promise.resolve({ edition: edition.slug }) }] as const;
  const pages = DIMENSIONS.map(async (by) => {
    const view = { staff: aStaff(), edition, editions: [edition], by, locale: "zh-CN" as const };
    const { prelude } = await prerenderToNodeStream(<ShownResults {...view} />);
    const words = (await text(prelude)).replace(/<style[^]*?<\/style>/g, "");
    const spoken = [...words.matchAll(/(?:aria-label|title)="([^"]*)"/g)].map(([, label]) => label);
    return `${words.replace(/<[^>]*>/g, " ")} ${spoken.join(" ")}`;
  });
  const sheets = await readWorkbook(Buffer.from(await (await xlsx(...asked())).arrayBuffer()));
  const chart = (await (await svg(...asked())).text()).replace(/<[^>]*>/g, " ");
  return [...(await Promise.all(pages)), sheets.flatMap(({ data }) => data.flat()).join(" "), chart];
}

const numbersOf = (words: string) => (words.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => one.replaceAll(",", ""));

/** Every number of an object, at any depth. */
function numbersWithin(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersWithin) : [];
}

test("a viewer's page and files have no number that their view lacks, and nothing of what came since", async () => {
  await send(0, 60);
  const before = await everything();
  const view = await readShownResults(aStaff(), { edition: await theEdition(), before: null, by: "group" }, NOW);
  const cells = view?.crosstabs.flatMap(({ rows, rest }) => [...rows, ...(rest ? [rest] : [])]) ?? [];
  expect(before[0]).toMatch(/第 1 批[^]*其他、未注明及未单列/);
  expect(before[3]).toContain("其他、未注明及未单列");
  expect(cells.length).toBeGreaterThan(3);
  const rated = cells.flatMap(({ ratings }) => ratings);
  const derived = rated.flatMap((one) => [topTwo(one), bottomTwo(one), wholePercent(topTwo(one), one.base) ?? 0]);
  const shown = [...numbersWithin(view), ...derived].flatMap((one) => [one, Math.abs(one), Math.round(10 * one) / 10, Number(one.toFixed(2)), Math.round(100 * one)]); // prettier-ignore
  // Of the form, of dates, and of what is said of every sample: k, ten, thirty.
  const fixed = [2024, 2025, 2026, 1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 30, 31, 95, 100];
  const known = new Set([...shown, ...fixed].map(String));
  for (const words of before) expect(numbersOf(words).filter((one) => !known.has(String(Number(one))))).toEqual([]);
  await send(60, 74);
  expect(await everything()).toEqual(before);
});

test("a viewer is told how who responded shifted by the groups that both years show, and all others in one row", async () => {
  const [edition, before] = [
    await anEdition({ slug: "2082", state: "open" }),
    await anEdition({ slug: "2081", state: "open" }),
  ];
  await send(0, 40, edition, randomArrivals(4, 40, ALIKE));
  await send(0, 30, before, randomArrivals(5, 30, ALIKE));
  const view = await readShownResults(aStaff(), { edition, before, by: "group" }, NOW);
  const groups = view?.crosstabs.find(({ by }) => by === "group")?.rows.map(({ value }) => value) ?? [];
  const { mix } = view!.comparison!;
  expect(mix.isJudged).toBe(true);
  expect(mix.rows.length).toBeGreaterThan(1);
  expect(groups).toEqual(expect.arrayContaining(mix.rows.map(({ value }) => value).filter((value) => value !== null)));
  expect(mix.rows.reduce((sum, { now }) => sum + now, 0)).toBe(view?.results.valid);
  for (const { now } of mix.rows) expect(now).toBeGreaterThanOrEqual(5);
  const page = (
    <ShownResults {...{ staff: aStaff(), edition, editions: [edition, before], by: "group", locale: "zh-CN" }} />
  );
  expect(await text((await prerenderToNodeStream(page)).prelude)).toContain("只列两年都可以单列的类别");
});
