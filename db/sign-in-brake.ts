import { asc, eq, inArray, lt, sql } from "drizzle-orm";
import { type BrakeKind, GUESSES_FORGOTTEN_MS, waitAfter } from "@/lib/sign-in-brake";
import { type Transaction, database } from "./client";
import { signInBrake } from "./schema/staff-rights";
import type { Sender } from "./senders";

/** Who guesses at which account: `device` is the mark of a browser that signed in to it before, which counts alone. */
export interface Guesser {
  readonly email: string;
  readonly sender: Sender;
  readonly device: string | null;
}

/**
 * Takes the right to try a password: null, and the guess counts as wrong until it is forgiven, so that many at once
 * count as many; or until when to wait. What waits is not counted, so that nobody makes another's wait longer by it.
 */
export async function takeGuess(guesser: Guesser, now: Date): Promise<Date | null> {
  return database().transaction(async (tx) => {
    const counts = await lockCounts(tx, guesser, now);
    const latest = Math.max(...counts.map(({ freeAt }) => freeAt.getTime()));
    if (latest > now.getTime()) return new Date(latest);
    for (const { key, kind, wrong } of counts) await setCount(tx, key, kind, wrong + 1, now);
    return null;
  });
}

/** Takes back that a guess was wrong, and forgets the person's own earlier ones. */
export async function forgiveGuess(guesser: Guesser, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    for (const { key, kind, wrong } of await lockCounts(tx, guesser, now))
      if (kind === "device" || kind === "account-here") await tx.delete(signInBrake).where(eq(signInBrake.key, key));
      else await setCount(tx, key, kind, Math.max(0, wrong - 1), now);
  });
}

/** Deletes what is too old to count; called hourly. */
export async function forgetGuesses(now: Date): Promise<void> {
  await database().delete(signInBrake).where(lt(signInBrake.forgetAt, now));
}

/** The keys of a guesser's counts; the day's salt is in them, and without it nothing tells whom they are about. */
function keysOf({ email, sender, device }: Guesser): { kind: BrakeKind; key: string }[] {
  const account = email.toLowerCase();
  const key = (kind: BrakeKind, ...about: (string | null)[]) => ({
    kind,
    key: sender.tallyKey("sign-in", kind, ...about),
  });
  if (device !== null) return [key("device", account, device)];
  if (sender.bucket === null) return [key("account", account)];
  return [key("account-here", account, sender.bucket), key("account", account), key("sender", sender.bucket)];
}

async function lockCounts(tx: Transaction, guesser: Guesser, now: Date) {
  const keys = keysOf(guesser);
  const kinds = new Map(keys.map(({ key, kind }) => [key, kind]));
  const fresh = { wrong: 0, freeAt: now, forgetAt: new Date(now.getTime() + GUESSES_FORGOTTEN_MS) };
  // In one order for all, so that two guesses never wait for each other.
  const rows = [...kinds.keys()].toSorted().map((key) => ({ key, ...fresh }));
  await tx.insert(signInBrake).values(rows).onConflictDoNothing();
  const found = await tx
    .select({
      key: signInBrake.key,
      wrong: signInBrake.wrong,
      freeAt: signInBrake.freeAt,
      forgetAt: signInBrake.forgetAt,
    })
    .from(signInBrake)
    .where(inArray(signInBrake.key, [...kinds.keys()]))
    .orderBy(asc(sql`${signInBrake.key} collate "C"`))
    .for("update");
  return found.map(({ key, wrong, freeAt, forgetAt }) => {
    const kind = kinds.get(key) ?? "account";
    return forgetAt > now ? { key, kind, wrong, freeAt } : { key, kind, wrong: 0, freeAt: now };
  });
}

async function setCount(tx: Transaction, key: string, kind: BrakeKind, wrong: number, now: Date): Promise<void> {
  const freeAt = new Date(now.getTime() + waitAfter(kind, wrong));
  const forgetAt = new Date(now.getTime() + GUESSES_FORGOTTEN_MS);
  await tx.update(signInBrake).set({ wrong, freeAt, forgetAt }).where(eq(signInBrake.key, key));
}
