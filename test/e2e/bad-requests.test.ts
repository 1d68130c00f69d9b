import { randomInt } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { play } from "@/test/fuzz/play";
import { differences, fingerprints } from "@/test/fuzz/rows";
import { openTarget } from "@/test/fuzz/target";
import { urlOf } from "@/test/support/server";

const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(async () => {
  await sql.end();
});

// `npm run fuzz` sends a hundred thousand; the same seed makes the same requests.
const seed = randomInt(2 ** 31);

test(`a request that nobody's browser sends is answered below 500 and leaves no row (seed ${seed})`, async () => {
  const target = await openTarget(urlOf("/").replace(/\/$/, ""), sql);
  const before = await fingerprints(sql);
  expect(await play(target, { requests: 600, seed, atOnce: 2 })).toEqual([]);
  expect(differences(before, await fingerprints(sql))).toEqual([]);
}, 240_000);
