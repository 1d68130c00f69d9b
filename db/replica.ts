import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { env } from "@/lib/env";
import { type Database, database, dropReplica, replicaAnswers, replicaDatabase } from "./client";

/** Where to read, and of which moment what is read there is at least; null where the database's own clock says it. */
export interface ReadingPlace {
  readonly database: Database;
  readonly asOf: Date | null;
}

interface Listening {
  readonly everyMs: number;
  readonly answerMs: number;
}

/** A copy that is gone or late is left alone for so long, lest everybody wait for it. */
const REST_MS = 5000;
const LOOK_AGAIN_MS = 10;
/** How a reading that takes long asks whether the copy is still there: after how long, and what it waits for an answer. */
const LISTENING = { everyMs: 5000, answerMs: 2000 } as const;
/** A busy machine is late once; what is late twice running is gone. */
const MOST_SILENCES = 2;

// Next bundles each route apart, as in client.ts.
const shared = globalThis as typeof globalThis & { reportFeedbackReplicaRest?: number };

/**
 * Runs a reading of results, exports or verbatims (what calls this goes to the copy, and nothing else does) on the
 * replica, where there is one, and else on the database itself. The replica is read only once it holds everything that
 * was committed when it was asked for, so that nobody misses what he has just done; if it does not within
 * DATABASE_REPLICA_WAIT, or does not answer, the database itself is read. `hasBegun` says that `read` has handed something
 * out and cannot be repeated; whatever else fails on the replica, or hears nothing of it any more, is read again on the
 * database itself. `listening` is how a long reading hears of it.
 */
export async function readAnywhere<T>(
  read: (place: ReadingPlace) => Promise<T>,
  hasBegun: () => boolean = () => false,
  listening: Listening = LISTENING,
): Promise<T> {
  const place = await findReplica();
  if (!place) return read({ database: database(), asOf: null });
  const done = new AbortController();
  try {
    return await Promise.race([read(place), silence(done.signal, listening)]);
  } catch (error) {
    if (hasBegun()) throw error;
    rest();
    return read({ database: database(), asOf: null });
  } finally {
    done.abort();
  }
}

/**
 * Fails once the replica is not heard of, as a machine without power: nothing else would end a query there for a quarter of
 * an hour. Every query there ends with it, so that none goes on beside its repetition.
 */
async function silence(done: AbortSignal, { everyMs, answerMs }: Listening): Promise<never> {
  for (let silences = 0; silences < MOST_SILENCES;) {
    // Never settles where the reading is done: nobody waits for it any more.
    await sleep(everyMs, undefined, { signal: done, ref: false }).catch(() => new Promise<never>(() => {}));
    silences = (await replicaAnswers(answerMs)) ? 0 : silences + 1;
  }
  await dropReplica();
  throw new Error("the replica does not answer any more");
}

async function findReplica(): Promise<ReadingPlace | null> {
  const replica = replicaDatabase();
  if (!replica || performance.now() < (shared.reportFeedbackReplicaRest ?? 0)) return null;
  const now = await database().execute<{ position: string; moment: Date }>(
    sql`select pg_current_wal_flush_lsn()::text as position, clock_timestamp() as moment`,
  );
  const [{ position, moment } = { position: "", moment: 0 }] = now;
  const late = new AbortController();
  const limit = sleep(env().DATABASE_REPLICA_WAIT, false, { signal: late.signal, ref: false }).catch(() => false);
  const isThere = await Promise.race([limit, reaches(replica, position, late.signal).catch(() => false)]);
  late.abort();
  if (isThere) return { database: replica, asOf: new Date(moment) };
  rest();
  return null;
}

/** Waits until the replica has applied the log up to a position; false once nobody waits for it any more. */
async function reaches(replica: Database, position: string, late: AbortSignal): Promise<boolean> {
  while (!late.aborted) {
    // Null on a server that is nobody's copy: then it is not known what it holds.
    const [row] = await replica.execute<{ there: boolean | null }>(
      sql`select pg_last_wal_replay_lsn() >= ${position}::pg_lsn and pg_is_in_recovery() as there`,
    );
    if (row?.there) return true;
    if (row?.there === null) return false;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}

function rest(): void {
  shared.reportFeedbackReplicaRest = performance.now() + REST_MS;
}
