import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { compare, readRows } from "./harness/check";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

const run = promisify(execFile);

/** Runs a command of the operator's, and returns what it printed. Throws what it said when it failed. */
async function command(name: "backup" | "restore", settings: Record<string, string>, ...args: string[]) {
  const env = { ...process.env, NODE_ENV: "production" as const, ...settings };
  return (await run(process.execPath, ["--import", "tsx", `bin/${name}.ts`, ...args], { env })).stdout;
}

/**
 * A backup is taken while answers come, and restored into an empty database: it holds each that was acknowledged before
 * its moment, once, and none that was sent after it ended.
 */
export const backupUnderLoad: Fault = {
  name: "backup under load, restored",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    const sql = postgres(running.database, { max: 1, onnotice: () => {} });
    const close = async () => {
      await sql.end();
      await running.close();
    };
    return sceneOf(
      { ...running, close },
      {
        async strike(round, { book }) {
          const before = book.acknowledged();
          const said = await command("backup", { DATABASE_URL: running.database }, "--to", join(directory, "backups"));
          const written = book.entries.size;
          const [, file = ""] = /(\/\S+\.backup\.gz)/.exec(said) ?? [];
          const gone = performance.now();
          const name = `restored_${round}`;
          await sql`create database ${sql(name)} template template0`;
          const url = Object.assign(new URL(running.database), { pathname: `/${name}` }).href;
          await command("restore", { DATABASE_URL: url }, file);
          const found = await readRows(url);
          await sql`drop database ${sql(name)} with (force)`;
          const restored = new Set(found.flatMap(({ texts }) => texts));
          const missing = before.filter(({ text }) => !restored.has(text)).length;
          const late = [...book.entries.keys()].slice(written).filter((text) => restored.has(text)).length;
          const { doubled, unsent } = compare(book, found);
          if (missing + late + doubled.length + unsent.length === 0) return gone;
          throw new Error(`the backup lacks ${missing}, holds ${late} of later, ${doubled.length} twice; ${unsent}`);
        },
      },
    );
  },
};
