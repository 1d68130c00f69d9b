import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { startApps } from "./apps";
import { type DatabaseServers, startDatabaseServers } from "./database-servers";
import { endUnderLoad } from "./rounds";
import { limitsHold } from "./limits";

// Two processes of the app behind nginx and PgBouncer (transactions), on a Postgres with a streaming replica, of Debian's
// packages: apt-get install postgresql pgbouncer nginx. As root, on Debian. See docs/scaling.md.
const { values: options, positionals: files } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    readers: { type: "string", default: "8" },
    /** The end-to-end tests of the files named, or of all. */
    e2e: { type: "boolean", default: false },
    /** Leaves the logs behind, and says where. */
    keep: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const directory = mkdtempSync(join(tmpdir(), "report-feedback-cluster-"));
// The system's user postgres passes through.
chmodSync(directory, 0o755);
const servers = await startDatabaseServers(directory);
try {
  const good = options.e2e ? runTests(servers) : await endProcesses(servers);
  process.exitCode = good ? 0 : 1;
} finally {
  const { bouncer, replica, primary } = servers.programs;
  await bouncer.end("SIGTERM");
  await replica.end("SIGINT");
  await primary.end("SIGINT");
  if (options.keep) say(`Logs: ${directory}`);
  else rmSync(directory, { recursive: true, force: true });
}

/** The end-to-end tests, with this cluster in the place of `npm start`. */
function runTests({ primary, replica, bouncer }: DatabaseServers): boolean {
  const env = {
    ...process.env,
    TEST_DATABASE_URL: `postgres://postgres@127.0.0.1:${primary}/postgres`,
    APP_HOST: "test/bench/cluster/app-host.ts",
    CLUSTER_REPLICA: String(replica),
    CLUSTER_BOUNCER: String(bouncer),
  };
  const args = ["vitest", "run", "--project", "e2e", ...files];
  return spawnSync("npx", args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

/** Ends one process after the other under load: by a kill, and as a new version does. */
async function endProcesses(ports: DatabaseServers): Promise<boolean> {
  const url = `postgres://postgres@127.0.0.1:${ports.primary}`;
  const sql = postgres(`${url}/postgres`, { max: 1 });
  await sql`create database cluster`;
  await sql.end();
  const apps = await startApps(directory, `${url}/cluster`, ports);
  try {
    const [rounds, readers] = [Number(options.rounds), Number(options.readers)];
    const outcomes = [
      await limitsHold(apps),
      await endUnderLoad(apps, `${url}/cluster`, { signal: "SIGKILL", rounds, readers }),
      await endUnderLoad(apps, `${url}/cluster`, { signal: "SIGTERM", rounds, readers }),
    ];
    for (const { ok, lines } of outcomes) for (const line of [...lines, ok ? "  holds" : "  MISSED"]) say(line);
    return outcomes.every(({ ok }) => ok);
  } finally {
    await apps.close();
  }
}
