import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { correctResponse, withdrawResponse } from "@/db/receipt-rights";
import { insertResponse } from "@/db/responses";
import { changeStatus } from "@/db/response-status";
import { readShownFigures } from "@/db/viewer-figures";
import type { Published } from "@/lib/analysis/published";
import { standingKey } from "@/lib/survey/status-change";
import { type Answers, aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";
import type { Member } from "@/test/support/joint-adversary";
import { attack } from "@/test/support/joint-attack";
import { ALIKE, type Arrived, randomArrivals } from "@/test/support/random-arrivals";
import { asSeen } from "@/test/support/shown-pages";

const NOW = new Date("2025-06-18T04:00:00Z");
const K = 5;
const KEYS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"] as const;

const look = async (edition: Edition) => (await readShownFigures(aStaff(), edition, K, NOW)).shown;
async function send(edition: Edition, answers: Answers, language: "zh-CN" | "en" = "zh-CN"): Promise<string> {
  const outcome = await insertResponse(edition, aResponse(answers), language, NOW);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.receiptCode;
}
const several = async (edition: Edition, count: number, answers: Answers) => {
  const codes: string[] = [];
  for (let n = 0; n < count; n += 1) codes.push(await send(edition, answers));
  return codes;
};
const answersOf = ({ ratings, group, channel }: Arrived): Answers => ({
  ...Object.fromEntries(KEYS.map((key, place) => [key, ratings[place] ?? null])),
  stakeholder_group: group,
  channel,
  // An answer needs something.
  advice: "𠮷",
});

describe("what viewers are shown", () => {
  test("is nothing until five valid answers have come, and then does not follow each arrival", async () => {
    const edition = await anEdition({ slug: "2081", state: "open" });
    await several(edition, 4, { overall: 5 });
    expect(await look(edition)).toBeNull();
    await send(edition, { overall: 1, advice: "好" });
    const first = await look(edition);
    expect(first).toMatchObject({
      shownOn: "2025-06-18",
      figures: { batch: 1, received: 5, open: { advice: [1, 4] } },
    });
    await several(edition, 4, { overall: 2 });
    expect(await look(edition)).toEqual(first);
    await send(edition, { overall: 2 });
    expect((await look(edition))?.figures).toMatchObject({ batch: 2, total: { n: 10 } });
  });

  test("does not change when an answer is taken back, corrected or set aside, nor until others hide it", async () => {
    const edition = await anEdition({ slug: "2082", state: "open" });
    const [code = ""] = await several(edition, 1, { overall: 1, impact: 5 });
    const [other = ""] = await several(edition, 5, { overall: 5, impact: 5 });
    const first = await look(edition);
    await withdrawResponse(code, NOW);
    await correctResponse(other, aResponse({ overall: 4, impact: 4 }), NOW);
    await several(edition, 8, { overall: 5, impact: 5 });
    expect(await look(edition)).toEqual(first);
    await send(edition, { overall: 1, impact: 5 });
    const second = await look(edition);
    expect(second?.figures).toMatchObject({ batch: 2, total: { n: 14 } });
    const [member] = await database().execute<{ id: string }>(sql`
      select id from response where edition_id = ${edition.id} and ratings[5] = 1 and status = 'valid'`);
    const analyst = aStaff({ role: "analyst" });
    const asValid = standingKey({ status: "valid", statusReason: null, proposal: null });
    expect(await changeStatus(analyst, member?.id ?? "", { change: "hold", reason: "TEST" }, asValid)).toMatchObject({
      ok: true,
    });
    await several(edition, 12, { overall: 5, impact: 5 });
    expect(await look(edition)).toEqual(second);
  });

  test("keeps nothing of an answer that is no longer counted, and no moment", async () => {
    const edition = await anEdition({ slug: "2083", state: "open" });
    const [code = ""] = await several(edition, 6, { overall: 3 });
    await look(edition);
    const members = () =>
      database().execute(sql`
      select b.* from viewer_batch b join response r on r.id = b.response_id where r.edition_id = ${edition.id}`);
    expect(await members()).toHaveLength(6);
    await withdrawResponse(code, NOW);
    const left = await members();
    expect(left).toHaveLength(5);
    expect(Object.keys(left[0] ?? {})).toEqual(["response_id", "batch"]);
  });

  test("becomes the sealed figures once these tell of no few, and stays when one is taken back then", async () => {
    const edition = await anEdition({ slug: "2084", state: "open" });
    await several(edition, 28, { overall: 5 });
    expect((await look(edition))?.figures.total.n).toBe(28);
    await several(edition, 4, { overall: 5 });
    const [code = ""] = await several(edition, 1, { overall: 1 });
    expect((await look(edition))?.figures.total.n).toBe(28);
    await database().execute(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    const sealed = await look(edition);
    expect(sealed?.figures).toMatchObject({ seal: 1, total: { n: 33 } });
    await withdrawResponse(code, NOW);
    expect(await look(edition)).toEqual(sealed);
  });

  test("is one batch when several make it at once: those who come second are shown what the first one made", async () => {
    const edition = await anEdition({ slug: "2085", state: "open" });
    await several(edition, 6, { overall: 4 });
    const looks = await database().transaction(async (tx) => {
      await tx.execute(sql`lock table viewer_batch in share mode`);
      const begun = Array.from({ length: 3 }, () => look(edition));
      // All of them have counted, found no batch, and wait to write theirs.
      await expect
        .poll(() =>
          tx.execute(sql`
            select from pg_locks where not granted and relation = 'viewer_batch'::regclass
              and database = (select oid from pg_database where datname = current_database())`),
        )
        .toHaveLength(3);
      return { begun };
    });
    const seen = await Promise.all(looks.begun);
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]?.figures).toMatchObject({ batch: 1, total: { n: 6 } });
  });
});

describe("an adversary who looks before and after each of 50 arrivals, by every dimension", () => {
  test(
    "learns no hidden number below k, though answers are taken back, set aside and restored",
    { timeout: 120_000 },
    async () => {
      const edition = await anEdition({ slug: "2086", state: "open" });
      const [pages, counted, codes]: [Published[], CountedRow[][], string[]] = [[], [], []];
      let held: string | null = null;
      for (const [at, one] of randomArrivals(4, 50, ALIKE).entries()) {
        codes.push(await send(edition, answersOf(one), one.language));
        if (at === 20) await withdrawResponse(codes[10] ?? "", NOW);
        if (at === 25) held = await setAside(edition);
        if (at === 40 && held) await restore(held);
        const page = (await look(edition))?.figures ?? null;
        if (!page || page.batch === pages.at(-1)?.batch) continue;
        pages.push(page);
        counted.push(await countedRows(edition));
      }
      expect(pages.length).toBeGreaterThan(4);
      expect(pages.at(-1)?.cells.channel.length).toBeGreaterThan(0);
      const { hidden, told } = await attack(asSeen(pages, K), membersOf(counted), K);
      expect(hidden).toBeGreaterThan(100);
      expect(told).toEqual([]);
    },
  );
});

type CountedRow = Pick<Member, "group" | "channel" | "language" | "ratings"> & { readonly id: string };

const countedRows = (edition: Edition) =>
  database().execute<CountedRow & Record<string, unknown>>(sql`
    select id, stakeholder_group "group", channel, locale "language", ratings from response
    where edition_id = ${edition.id} and status = 'valid'`);

/** Who was counted on which pages; whoever left and came again is another member. */
function membersOf(counted: readonly (readonly CountedRow[])[]): Member[] {
  return counted.flatMap((rows, at) => {
    const isOn = (page: number, { id }: CountedRow) => counted[page]?.some((row) => row.id === id) ?? false;
    const left = (row: CountedRow) => counted.findIndex((_, page) => page > at && !isOn(page, row));
    return rows
      .filter((row) => !isOn(at - 1, row))
      .map((row) => ({ ...row, came: at + 1, left: left(row) < 0 ? Infinity : left(row) + 1 }));
  });
}

const VALID = standingKey({ status: "valid", statusReason: null, proposal: null });
const HELD = standingKey({ status: "on_hold", statusReason: "TEST", proposal: null });

async function setAside(edition: Edition): Promise<string> {
  const [row] = await countedRows(edition);
  const analyst = aStaff({ role: "analyst" });
  expect(await changeStatus(analyst, row?.id ?? "", { change: "hold", reason: "TEST" }, VALID)).toMatchObject({
    ok: true,
  });
  return row?.id ?? "";
}

async function restore(id: string): Promise<void> {
  const analyst = aStaff({ role: "analyst" });
  expect(await changeStatus(analyst, id, { change: "restore", reason: null }, HELD)).toMatchObject({ ok: true });
}
