import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { senderOf } from "@/db/senders";
import { forgetGuesses, forgiveGuess, takeGuess } from "@/db/sign-in-brake";

const START = new Date("2026-11-23T08:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const from = async (network: string | null, email = "wang.fang@example.cn", device: string | null = null) => ({
  email,
  device,
  sender: await senderOf(network, START),
});
/** Guesses again and again at one moment, and tells for each how many seconds it was told to wait. */
const waits = async (count: number, guesser: Awaited<ReturnType<typeof from>>, now = START) => {
  const told = [];
  for (let turn = 0; turn < count; turn += 1) {
    const until = await takeGuess(guesser, now);
    told.push(until ? (until.getTime() - now.getTime()) / 1000 : 0);
  }
  return told;
};

beforeEach(() => database().execute(sql`truncate sign_in_brake`));

describe("wrong passwords", () => {
  test("make the next wait, longer each time, and what waits does not count", async () => {
    const guesser = await from("192.0.2.1");
    expect(await waits(8, guesser)).toEqual([0, 0, 0, 0, 0, 30, 30, 30]);
    expect(await waits(2, guesser, after(30))).toEqual([0, 60]);
    expect(await waits(2, guesser, after(90))).toEqual([0, 120]);
  });

  test("of many requests at once are counted each, by all processes", async () => {
    const guesser = await from("192.0.2.1");
    const told = await Promise.all(Array.from({ length: 20 }, () => takeGuess(guesser, START)));
    expect(told.filter((until) => until === null)).toHaveLength(5);
  });

  test("are counted in any case of the e-mail", async () => {
    await waits(5, await from("192.0.2.1", "Wang.Fang@Example.CN"));
    expect(await waits(1, await from("192.0.2.1"))).toEqual([30]);
  });

  test("from a stranger do not keep out a colleague elsewhere", async () => {
    await waits(15, await from("203.0.113.9"));
    expect(await waits(1, await from("192.0.2.1"))).toEqual([0]);
  });

  test("from strangers everywhere keep out nobody in a browser that was in before", async () => {
    for (let stranger = 0; stranger < 30; stranger += 1) await waits(1, await from(`198.51.100.${stranger}`));
    expect((await waits(1, await from("192.0.2.1")))[0]).toBeGreaterThan(0);
    const known = await from("192.0.2.1", undefined, "a-device");
    expect(await waits(6, known)).toEqual([0, 0, 0, 0, 0, 30]);
  });

  test("of one sender at many accounts make it wait for all", async () => {
    const told = [];
    for (let account = 0; account < 31; account += 1)
      told.push(...(await waits(1, await from("192.0.2.1", `p${account}@x.cn`))));
    expect(told.slice(-2)).toEqual([0, 30]);
  });

  test("keep nobody waiting for more than a quarter of an hour, however many there were", async () => {
    const guesser = await from("192.0.2.1");
    let now = START;
    for (let turn = 0; turn < 40; turn += 1) now = (await takeGuess(guesser, now)) ?? now;
    const until = await takeGuess(guesser, now);
    expect(((until ?? now).getTime() - now.getTime()) / 60_000).toBeLessThanOrEqual(15);
  });

  test("are forgotten with the right one, and after a day", async () => {
    const guesser = await from("192.0.2.1");
    await waits(4, guesser);
    await takeGuess(guesser, START);
    await forgiveGuess(guesser, START);
    expect(await waits(6, guesser)).toEqual([0, 0, 0, 0, 0, 30]);
    expect(await waits(1, guesser, after(24 * 3600))).toEqual([0]);
    await forgetGuesses(after(49 * 3600));
    expect(await database().execute(sql`select key from sign_in_brake`)).toHaveLength(0);
  });

  test("are kept without the e-mail and the address", async () => {
    await waits(2, await from("192.0.2.1"));
    const kept = JSON.stringify(await database().execute(sql`select * from sign_in_brake`));
    expect(kept).not.toMatch(/wang|192\.0/);
  });
});
