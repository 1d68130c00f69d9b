import type { ServedApp } from "./served-app";
import type { Figures } from "./report";

/** How long the files of rounds of so many answers take, in seconds, and by how many megabytes the process grows. */
export async function measureExports(
  app: ServedApp,
  rounds: readonly (readonly [name: string, slug: string])[],
): Promise<Figures> {
  const measured: Figures = {};
  for (const [size, slug] of rounds) {
    for (const kind of ["csv", "xlsx"]) {
      let peak = app.memory();
      const watch = setInterval(() => (peak = Math.max(peak, app.memory())), 200);
      const ms = await app.time(`/admin/exports/${slug}/responses.${kind}`);
      clearInterval(watch);
      measured[`${kind}_${size}`] = [ms / 1000];
      measured[`${kind}_${size}_peak`] = [peak];
    }
  }
  return measured;
}
