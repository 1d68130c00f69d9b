import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { middleOf } from "@/test/support/middle-of";
import type { Apps } from "./apps";
import { startReaders } from "./load";

/** What became of the rounds of one kind of end, as lines to print; `ok` says that readers noticed nothing. */
export interface Outcome {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * Ends one of two processes under load by a signal, and starts it again, so many times, alternately; then compares what
 * was acknowledged with what the database holds.
 */
export async function endUnderLoad(
  apps: Apps,
  database: string,
  { signal, rounds, readers }: { signal: NodeJS.Signals; rounds: number; readers: number },
): Promise<Outcome> {
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  const countRows = async () => (await sql<{ n: number }[]>`select count(*)::int as n from response`)[0]?.n ?? 0;
  const before = await countRows();
  const load = startReaders(apps.baseUrl, readers);
  for (let round = 0; round < rounds; round += 1) {
    await sleep(500 + Math.random() * 1000);
    await apps.end(round % 2, signal);
    await sleep(500);
    await apps.start(round % 2);
  }
  await sleep(1000);
  const { acknowledged, failures, times } = await load.stop();
  const rows = (await countRows()) - before;
  await sql.end();
  const codes = new Set(acknowledged.values());
  const sorted = times.toSorted((one, other) => one - other);
  const lines = [
    `${signal}, ${rounds} rounds, ${readers} readers at once:`,
    `  ${acknowledged.size} answers acknowledged, ${codes.size} receipt codes, ${rows} rows, ${failures.length} failures`,
    `  page and submission: median ${middleOf(times).toFixed(0)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
    ...[...new Set(failures)].slice(0, 10).map((failure) => `  ${failure}`),
  ];
  return { ok: failures.length === 0 && rows === acknowledged.size && codes.size === rows, lines };
}
