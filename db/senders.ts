import { createHmac } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { MOST_RECEIPT_MISSES, saltDayOf, tenMinutesOf } from "@/lib/survey/sender-window";
import { database } from "./client";
import { type Runner, named } from "./pipeline";
import { senderSalt, senderTally } from "./schema/sender";

/**
 * A million buckets: two senders of a day hardly ever share one, yet each stands for some 4,000 IPv4 addresses, so that
 * even with the day's salt a bucket tells nobody's.
 */
const BUCKET_HEX_DIGITS = 5;

/** A sender as far as tallies know: a bucket of networks for a day, null where the network is not known. */
export interface Sender {
  readonly bucket: string | null;
  /** A tally's key from what it is about: the same all day in every process, and unreadable without the day's salt. */
  tallyKey(...about: readonly (string | null)[]): string;
}

/** The sender behind a network, an address as bin/client-network.ts gives it. */
export async function senderOf(network: string | null, now: Date): Promise<Sender> {
  const salt = await saltOf(saltDayOf(now).name);
  const mark = (text: string) => createHmac("sha256", salt).update(text).digest("hex");
  return {
    bucket: network === null ? null : mark(network).slice(0, BUCKET_HEX_DIGITS),
    tallyKey: (...about) => mark(JSON.stringify(about)),
  };
}

/** Counts an answer of any content, and returns how many its sender sent in these ten minutes, to all processes. */
export async function countAnswer(sender: Sender, now: Date): Promise<number> {
  if (sender.bucket === null) return 0;
  const { count } = await addToTally(database(), keyOf("answers", sender, now), tenMinutesOf(now).endsAt);
  return count;
}

/** Until when a sender may look up no receipt code, having asked for too many that do not exist; null if it may. */
export async function receiptLookupsResumeAt(sender: Sender, now: Date): Promise<Date | null> {
  if (sender.bucket === null) return null;
  const misses = await readTally(keyOf("misses", sender, now), now);
  return misses < MOST_RECEIPT_MISSES ? null : tenMinutesOf(now).endsAt;
}

/** Counts a receipt code that a sender asked for and that does not exist. */
export async function noteReceiptMiss(sender: Sender, now: Date): Promise<void> {
  if (sender.bucket === null) return;
  await addToTally(database(), keyOf("misses", sender, now), tenMinutesOf(now).endsAt);
}

/** Deletes the salts of days gone by and the tallies that ended; called hourly, so that nothing lives on unused. */
export async function forgetSenders(now: Date): Promise<void> {
  await database()
    .delete(senderSalt)
    .where(lt(senderSalt.day, saltDayOf(now).name));
  await database().delete(senderTally).where(lt(senderTally.expiresAt, now));
}

/** Adds one to a tally and returns it. */
export async function addToTally(db: Runner, key: string, expiresAt: Date): Promise<{ count: number; passed: number }> {
  const [row] = await addingToTally(db).execute({ key, expiresAt });
  if (!row) throw new Error("a tally was neither made nor found");
  return row;
}

const addingToTally = named((db) =>
  db
    .insert(senderTally)
    .values({ key: sql.placeholder("key"), count: 1, expiresAt: sql.placeholder("expiresAt") })
    .onConflictDoUpdate({ target: senderTally.key, set: { count: sql`${senderTally.count} + 1` } })
    .returning({ count: senderTally.count, passed: senderTally.passed })
    .prepare("add-to-tally"),
);

const keyOf = (what: "answers" | "misses", { bucket, tallyKey }: Sender, now: Date) =>
  tallyKey(what, tenMinutesOf(now).name, bucket);

/** Read anew each time: a process that remembered it would disagree with the others after a crash of the database. */
async function saltOf(day: string): Promise<string> {
  const find = () => findingSalt(database()).execute({ day });
  const [kept] = await find();
  if (kept) return kept.salt;
  // Made by the database: as a parameter it would stand in the driver's error when this fails.
  const salt = sql`gen_random_uuid()::text || gen_random_uuid()::text`;
  await database().insert(senderSalt).values({ day, salt }).onConflictDoNothing();
  const [made] = await find();
  if (!made) throw new Error("the salt of the day was deleted while it was read");
  return made.salt;
}

const findingSalt = named((db) =>
  db
    .select({ salt: senderSalt.salt })
    .from(senderSalt)
    .where(eq(senderSalt.day, sql.placeholder("day")))
    .prepare("salt-of-day"),
);

async function readTally(key: string, now: Date): Promise<number> {
  const [row] = await database()
    .select({ count: senderTally.count })
    .from(senderTally)
    .where(and(eq(senderTally.key, key), gt(senderTally.expiresAt, now)));
  return row?.count ?? 0;
}
