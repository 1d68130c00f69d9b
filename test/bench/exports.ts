import type { ServedApp } from "./served-app";
import type { Figures } from "./report";

/**
 * How long the files of rounds of so many answers take, in seconds, beside bare Node with the database's own COPY of the
 * same rows, in turn; and the most megabytes that the process held meanwhile.
 */
export async function measureExports(
  app: ServedApp,
  bare: string,
  files: readonly (readonly [size: string, slug: string, rounds: number])[],
): Promise<Figures> {
  const measured: Figures = {};
  const note = (name: string, value: number) => void (measured[name] ??= []).push(value);
  for (const [size, slug, rounds] of files) {
    for (let round = 0; round < rounds; round += 1) {
      note(`copy_${size}`, (await timeBare(`${bare}/csv/${slug}`)) / 1000);
      for (const kind of ["csv", "xlsx"]) {
        let peak = app.memory();
        const watch = setInterval(() => (peak = Math.max(peak, app.memory())), 200);
        note(`${kind}_${size}`, (await app.time(`/admin/exports/${slug}/responses.${kind}`)) / 1000);
        clearInterval(watch);
        note(`${kind}_${size}_peak`, peak);
      }
    }
  }
  return measured;
}

async function timeBare(address: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address);
  for await (const _ of answer.body ?? []);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return performance.now() - start;
}
