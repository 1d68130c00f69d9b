import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { correctByKey, correctResponse, withdrawResponse } from "@/db/receipt-rights";
import { listResponses } from "@/db/response-list";
import { changeStatus } from "@/db/response-status";
import { viewResponse } from "@/db/response-view";
import { insertResponse } from "@/db/responses";
import type { StoredResponse } from "@/db/snapshot";
import { acceptProof } from "@/db/suspicions";
import { flagsOf, hasteBelow } from "@/lib/analysis/quality-flags";
import { ANY, readResponseFilter } from "@/lib/survey/response-filter";
import { standingKey } from "@/lib/survey/status-change";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";
import { NOW, SENTENCE, STRAIGHT, send, stored, timed } from "@/test/support/flagged";

const staff = aStaff({ role: "analyst" });
let editions = 0;
const freshEdition = () => anEdition({ slug: `2041-f${++editions}` });

const only = async (edition: Edition) => {
  const [one] = await stored(edition);
  return { flags: one?.flags, seconds: one?.readingSeconds, id: one?.id ?? "" };
};

describe("an answer from the page", () => {
  test.each([
    ["in good time", STRAIGHT, timed(42.7), { flags: [], seconds: 42 }],
    ["in no known time", STRAIGHT, timed(null), { flags: [], seconds: null }],
    ["in haste", { ...STRAIGHT, overall: 4 }, timed(6.5), { flags: ["too-fast"], seconds: 6 }],
    ["in haste and in a line", STRAIGHT, timed(6.5), { flags: ["too-fast", "straight-line"], seconds: 6 }],
    ["soon, having read one item alone", { overall: 5 }, timed(6.5), { flags: [], seconds: 6 }],
    [
      "in a line beside no words",
      { ...STRAIGHT, advice: "。。。" },
      timed(90),
      { flags: ["straight-line"], seconds: 90 },
    ],
    ["after a day", STRAIGHT, timed(86_400), { flags: [], seconds: 1800 }],
    ["by a program", STRAIGHT, timed(60, { trapFilled: true }), { flags: ["trap"], seconds: 60 }],
  ] as const)("keeps how long reading took and what was odd: %s", async (_, answers, arrival, kept) => {
    const edition = await freshEdition();
    await send(edition, answers, arrival);
    expect(await only(edition)).toMatchObject(kept);
  });

  test("is timed no more once it is corrected, and keeps what its coming told", async () => {
    const edition = await freshEdition();
    const code = await send(edition, STRAIGHT, timed(4, { trapFilled: true }));
    await correctResponse(code, aResponse({ ...STRAIGHT, advice: "aaaaaa" }), NOW);
    expect(await only(edition)).toMatchObject({ flags: ["trap", "straight-line"], seconds: null });
    await correctResponse(code, aResponse({ overall: 2 }), NOW);
    expect(await only(edition)).toMatchObject({ flags: ["trap"], seconds: null });
  });

  test("is timed no more when its key brings other answers", async () => {
    const edition = await freshEdition();
    const content = aResponse({ overall: 5 });
    await insertResponse(edition, content, "zh-CN", NOW, timed(1));
    await correctByKey(edition, { ...content, ratings: content.ratings.map(() => 3 as const) }, NOW);
    expect(await only(edition)).toMatchObject({ flags: [], seconds: null });
  });

  test("leaves nothing of it when it is withdrawn, sealed or not, and the seal lets no flag be written", async () => {
    const edition = await freshEdition();
    const codes = [await send(edition, STRAIGHT, timed(5)), await send(edition, { overall: 3, advice: SENTENCE })];
    const other = await send(edition, { overall: 4, advice: SENTENCE }, timed(100));
    await withdrawResponse(codes[0] ?? "", NOW);
    await database().execute(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    const by = sql`update response set flags = '{trap}' where edition_id = ${edition.id} and status = 'valid'`;
    await expect(database().execute(by)).rejects.toMatchObject({ code: "RF003" });
    await withdrawResponse(other, NOW);
    const rows = await database().execute(sql`
      select status, flags, reading_seconds from response where edition_id = ${edition.id} order by status, flags`);
    expect([...rows]).toEqual([
      { status: "valid", flags: ["repeated-text"], reading_seconds: null },
      { status: "withdrawn", flags: [], reading_seconds: null },
      { status: "withdrawn", flags: [], reading_seconds: null },
    ]);
  });
});

describe("a burst", () => {
  const arrival = timed(null, { network: "192.0.2.77" });
  const flagged = async (edition: Edition) =>
    (await stored(edition)).filter(({ flags }) => flags.includes("burst")).length;

  test("stays with an answer that somebody lets count again, and goes with a proof of work", async () => {
    const edition = await freshEdition();
    for (let n = 0; n < 20; n += 1) await send(edition, { overall: 5 }, arrival);
    expect(await flagged(edition)).toBe(0);
    const content = aResponse({ overall: 5 });
    await insertResponse(edition, content, "zh-CN", NOW, arrival);
    expect(await flagged(edition)).toBe(1);
    await acceptProof(edition, content, arrival, NOW);
    expect(await flagged(edition)).toBe(0);
    await send(edition, { overall: 5 }, arrival);
    const one = (await stored(edition)).find(({ status }) => status === "quarantined")!;
    await changeStatus(staff, one.id, { change: "restore", reason: null }, standingKey({ ...one, proposal: null }));
    expect((await stored(edition)).find(({ id }) => id === one.id)).toMatchObject({
      status: "valid",
      flags: ["burst"],
    });
    for (let n = 0; n < 20; n += 1) await send(edition, { overall: 5 }, arrival);
    expect(await flagged(edition)).toBeGreaterThanOrEqual(40);
  });
});

describe("haste beside the others", () => {
  // Kept in steps of ten above a minute: the median is 90.
  const seconds = [...Array.from({ length: 29 }, (_, n) => 80 + n), 30, 45, 46, 47, 48];

  test("is told from thirty timed answers on, and the list finds what the rows say", async () => {
    const edition = await freshEdition();
    for (const [n, taken] of seconds.entries()) {
      const answers = n % 2 ? STRAIGHT : { ...STRAIGHT, overall: (n % 4) + 1, advice: `意见 ${n}` };
      await send(edition, answers, timed(taken));
    }
    await send(edition, { ...STRAIGHT, advice: "……" });
    await send(edition, STRAIGHT, timed(20, { trapFilled: true }));
    const rows = await database().execute<{ id: string; flags: StoredResponse["flags"]; reading_seconds: number }>(sql`
      select id, flags, reading_seconds from response where edition_id = ${edition.id}`);
    const haste = hasteBelow(34, 90);
    expect(haste).toBe(45);
    const all = await stored(edition);
    const slowly = all.map(({ id, ratings }) => {
      const { flags = [], reading_seconds = null } = rows.find((row) => row.id === id) ?? {};
      return { id, flags: flagsOf({ flags, ratings, seconds: reading_seconds }, haste) };
    });
    expect(all.map(({ id, flags }) => ({ id, flags }))).toEqual(slowly);
    expect(slowly.filter(({ flags }) => flags.includes("too-fast"))).toHaveLength(2);
    for (const flag of ["trap", "too-fast", "burst", "repeated-text", "straight-line", ANY] as const) {
      const listed = await listResponses(staff, edition.id, readResponseFilter({ flag }), { limit: 100 });
      const found = slowly.filter(({ flags }) => (flag === ANY ? flags.length > 0 : flags.includes(flag)));
      expect(listed.rows.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
      for (const row of listed.rows) expect(row.flags).toEqual(slowly.find(({ id }) => id === row.id)?.flags);
      expect(Object.values(listed.found).reduce((sum, n) => sum + n, 0)).toBe(found.length);
    }
    const [hasty] = slowly.filter(({ flags }) => flags.includes("too-fast") && !flags.includes("trap"));
    const seen = { flags: ["too-fast", "straight-line"], readingSeconds: 30 };
    expect(await viewResponse(staff, hasty?.id ?? "")).toMatchObject(seen);
  });

  test("is told of nobody where fewer were timed", async () => {
    const edition = await theEdition((await freshEdition()).slug);
    for (const taken of [...seconds.slice(0, 28), 9]) await send(edition, { overall: 4 }, timed(taken));
    for (let n = 0; n < 5; n += 1) await send(edition, { overall: 4 });
    expect((await stored(edition)).flatMap(({ flags }) => flags)).toEqual([]);
  });
});
