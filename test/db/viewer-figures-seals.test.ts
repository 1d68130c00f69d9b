import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { withdrawResponse } from "@/db/receipt-rights";
import { insertResponse } from "@/db/responses";
import { edition as editions } from "@/db/schema/survey";
import { editionUnsealing } from "@/db/schema/unsealing";
import { readShownFigures } from "@/db/viewer-figures";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const NOW = new Date("2025-06-18T04:00:00Z");

const look = async (edition: Edition) => (await readShownFigures(aStaff(), edition, 5, NOW)).shown;

async function send(edition: Edition, overall: 1 | 5, count: number): Promise<string> {
  let code = "";
  for (let n = 0; n < count; n += 1) {
    const outcome = await insertResponse(edition, aResponse({ overall }), "zh-CN", NOW);
    if (outcome.kind !== "kept") throw new Error(outcome.kind);
    code = outcome.receiptCode;
  }
  return code;
}

const seal = ({ id }: Edition) => database().update(editions).set({ state: "sealed" }).where(eq(editions.id, id));

const unseal = (edition: Edition) =>
  database().transaction(async (tx) => {
    await tx
      .insert(editionUnsealing)
      .values({ id: randomUUID(), editionId: edition.id, staffName: "𠮷", reason: "补录" });
    await tx.execute(sql`update edition set state = 'closed' where id = ${edition.id}`);
    await tx.execute(sql`update edition set state = 'open' where id = ${edition.id}`);
  });

test("stays as it was when the edition is sealed with one answer more, and says so", async () => {
  const edition = await anEdition({ slug: "2088", state: "open" });
  await send(edition, 5, 9);
  const before = await look(edition);
  await send(edition, 1, 1);
  await seal(edition);
  expect(await look(edition)).toEqual({ ...before, isBehindSeal: true });
});

test("stays as the first seal had it when the edition is sealed anew without one answer, and says so", async () => {
  const edition = await anEdition({ slug: "2087", state: "open" });
  await send(edition, 5, 9);
  const code = await send(edition, 1, 1);
  await seal(edition);
  const sealed = await look(edition);
  expect(sealed).toMatchObject({ figures: { seal: 1, total: { n: 10 } }, isBehindSeal: false });
  await unseal(edition);
  expect(await look(edition)).toEqual(sealed);
  await withdrawResponse(code, NOW);
  await seal(edition);
  expect(await look(edition)).toEqual({ ...sealed, isBehindSeal: true });
  await unseal(edition);
  await send(edition, 5, 6);
  await send(edition, 1, 1);
  await seal(edition);
  expect(await look(edition)).toMatchObject({ figures: { seal: 3, total: { n: 16 } }, isBehindSeal: false });
});
