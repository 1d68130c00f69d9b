import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { describe, expect, test } from "vitest";
import { challengeFor, isProofOf } from "@/app/[locale]/[edition]/responses/proof";

const submission = () => ({ slug: "2024", idempotencyKey: randomUUID() });
const solved = async (task: Awaited<ReturnType<typeof challengeFor>>) =>
  JSON.stringify({ challenge: task, solution: await solveChallenge({ challenge: task, deriveKey }) });

describe("a proof of work", () => {
  test("is the task of its submission, solved", async () => {
    const mine = submission();
    const proof = await solved(await challengeFor(mine, new Date()));
    expect(await isProofOf(mine, proof)).toBe(true);
    expect(await isProofOf(submission(), proof)).toBe(false);
    expect(await isProofOf({ ...mine, slug: "2023" }, proof)).toBe(false);
  });

  test("does not hold when the task was changed, made up or is too old", async () => {
    const mine = submission();
    const task = await challengeFor(mine, new Date());
    const easier = { ...task, parameters: { ...task.parameters, keyPrefix: "0" } };
    expect(await isProofOf(mine, await solved(easier))).toBe(false);
    expect(await isProofOf(mine, await solved(await challengeFor(mine, new Date(Date.now() - 3_600_000))))).toBe(false);
    const unsolved = JSON.stringify({ challenge: task, solution: { counter: 0, derivedKey: "00" } });
    expect(await isProofOf(mine, unsolved)).toBe(false);
  });

  test.each([undefined, "", "x", "{}", "null", "[]", '{"challenge":1,"solution":2}', 5, '{"a":'.repeat(9000)])(
    "is not %j",
    async (sent) => {
      expect(await isProofOf(submission(), sent)).toBe(false);
    },
  );
});
