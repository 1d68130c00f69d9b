import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { play } from "@/test/fuzz/play";
import { differences, untouchedRows } from "@/test/fuzz/rows";
import { openTarget } from "@/test/fuzz/target";
import { urlOf } from "@/test/support/server";

const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(async () => {
  await sql.end();
});

// Always the same ones: `npm run fuzz` sends a hundred thousand of its own choice.
const seed = 20_261_129;

test("a request that nobody's browser sends is answered below 500 and leaves no row", async () => {
  const target = await openTarget(urlOf("/").replace(/\/$/, ""), sql);
  const before = await untouchedRows(sql);
  expect(await play(target, { requests: 600, seed, atOnce: 2 })).toEqual([]);
  expect(differences(before, await untouchedRows(sql))).toEqual([]);
}, 240_000);
