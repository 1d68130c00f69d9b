import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insertEntry } from "@/db/entries";
import { acceptImport } from "@/db/import-acceptance";
import { correctResponse, withdrawResponse } from "@/db/receipt-rights";
import type { StoredResponse } from "@/db/snapshot";
import { folded } from "@/lib/survey/likeness";
import { checkedFile, fileRow } from "@/test/support/a-file";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";
import { NOW, SENTENCE, send, stored } from "@/test/support/flagged";

const staff = aStaff({ role: "analyst" });
let editions = 0;
const freshEdition = () => anEdition({ slug: `2041-t${++editions}` });

/** By the texts themselves, each against each. */
function repeatedSlowly(all: readonly StoredResponse[]): boolean[] {
  const said = all.map(({ verbatims }) => Object.values(verbatims).map(folded));
  const isSentence = (text: string) => [...text].length >= 20;
  return said.map((own, place) =>
    own.some((text) => isSentence(text) && said.some((others, other) => other !== place && others.includes(text))),
  );
}

const repeatedIn = (all: readonly StoredResponse[]) => all.map(({ flags }) => flags.includes("repeated-text"));

describe("a text that another answer of the edition holds", () => {
  test("flags both, in whatever item, width and case, and in no other edition", async () => {
    const [edition, other] = [await freshEdition(), await freshEdition()];
    await send(edition, { overall: 1, advice: `${SENTENCE}ABC` });
    await send(other, { overall: 1, advice: `${SENTENCE}ABC` });
    expect(repeatedIn(await stored(edition))).toEqual([false]);
    await send(edition, { overall: 5, missing_information: ` ${SENTENCE}ａｂｃ`, advice: `${SENTENCE}abc` });
    await send(edition, { overall: 5, missing_information: "没有意见" });
    await send(edition, { overall: 4, missing_information: "没有意见" });
    const all = await stored(edition);
    expect(all.filter(({ flags }) => flags.length > 0)).toHaveLength(2);
    expect(repeatedIn(all)).toEqual(repeatedSlowly(all));
    expect(repeatedIn(await stored(other))).toEqual([false]);
  });

  test("is found when both come at the same moment", async () => {
    const edition = await freshEdition();
    const one = (n: number) => send(edition, { overall: (n % 5) + 1, impact: (n % 3) + 1, advice: SENTENCE });
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(one));
    expect(repeatedIn(await stored(edition))).toEqual(Array.from({ length: 8 }, () => true));
  });

  test("is found among what is typed and imported, which has no time", async () => {
    const edition = await freshEdition();
    const arrived = { receivedOn: "2025-06-18", locale: "zh-CN" } as const;
    await insertEntry(staff, edition, aResponse({ overall: 5, advice: SENTENCE, channel: "paper" }), arrived);
    const rows = [fileRow("5", SENTENCE), fileRow("4", SENTENCE), fileRow("4", `另外${SENTENCE}`), fileRow("3", "水")];
    const now = new Date("2026-06-18T04:00:00Z");
    await acceptImport(staff, edition, await checkedFile(staff, edition, rows, now), now);
    const all = await stored(edition);
    expect(repeatedIn(all)).toEqual(repeatedSlowly(all));
    expect(all.map(({ readingSeconds }) => readingSeconds)).toEqual([null, null, null, null, null]);
    expect(all.filter(({ flags }) => flags.includes("repeated-text"))).toHaveLength(3);
  });

  test("is what the texts say after any answers, corrections and withdrawals", { timeout: 120_000 }, async () => {
    const text = fc.constantFrom("", "无", ...["甲", "乙", "丙"].map((sign) => `${sign}${SENTENCE}`));
    const texts = fc.record({ advice: text, missing_information: text });
    const step = fc.record({ act: fc.constantFrom("send", "send", "correct", "withdraw"), at: fc.nat(), texts });
    for (const steps of fc.sample(fc.array(step, { minLength: 8, maxLength: 20 }), { numRuns: 25, seed: 38 })) {
      const edition = await freshEdition();
      const codes: string[] = [];
      for (const [n, { act, at, texts: said }] of steps.entries()) {
        const answers = { impact: (n % 5) + 1, overall: (Math.floor(n / 5) % 5) + 1, ...said };
        const code = codes[at % Math.max(1, codes.length)];
        if (act === "send" || !code) codes.push(await send(edition, answers));
        else if (act === "correct") await correctResponse(code, aResponse(answers), NOW);
        else await withdrawResponse(code, NOW);
      }
      const all = await stored(edition);
      expect(repeatedIn(all)).toEqual(repeatedSlowly(all));
    }
  });
});
