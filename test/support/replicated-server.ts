import { once } from "node:events";
import { cp, mkdtemp, open, rm, writeFile, appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { chooseAccount, giveTo, launch } from "@/db/embedded/account";
import { findBinaries } from "@/db/embedded/binaries";
import { databaseUrl, openCluster, prepareDirectory } from "@/db/embedded/cluster";
import { DATABASE } from "@/db/embedded/keeper";
import { openEmbeddedDatabase } from "@/db/embedded/open";
import { freePort } from "@/db/embedded/turn";

/** A Postgres and its streaming replica, each with its address. */
export interface ReplicatedServer {
  readonly primary: string;
  readonly replica: string;
  /** Stops the replica's server at once, as a machine that goes away. */
  kill(): Promise<void>;
  /** Starts it again, and waits until it answers. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** Starts both, of the binaries that the app brings; the replica has all that the primary has when this returns. */
export async function openReplicatedServer(): Promise<ReplicatedServer> {
  const home = await mkdtemp(join(tmpdir(), "report-feedback-replica-"));
  const first = await prepareDirectory(join(home, "primary"));
  const second = await prepareDirectory(join(home, "replica"));
  const binaries = await findBinaries(first);
  const cluster = await openCluster(first, binaries);
  const data = join(second, "data");
  await cp(cluster.data, data, { recursive: true });
  const primary = await openEmbeddedDatabase({ directory: first });
  const { port, password } = new URL(primary.url);
  const source = `host=127.0.0.1 port=${port} user=postgres password=${password}`;
  await writeFile(join(data, "standby.signal"), "");
  await appendFile(join(data, "postgresql.auto.conf"), `primary_conninfo = '${source}'\n`);
  const account = await chooseAccount(binaries, second, cluster.data);
  await giveTo(account, second, "data");
  const own = await freePort(null);
  const replica = databaseUrl(cluster, own, DATABASE);
  const start = async () => {
    const log = await open(join(home, "replica.log"), "a");
    const options = ["-p", String(own), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
    const child = launch(account, binaries, [binaries.postgres, "-D", data, ...options], log.fd);
    const exit = once(child, "exit");
    await log.close();
    await answers(replica);
    return { child, exit };
  };
  let running = await start();
  const kill = async () => {
    // Immediate, but with its children.
    running.child.kill("SIGQUIT");
    await running.exit;
  };
  return {
    primary: primary.url,
    replica,
    kill,
    revive: async () => void (running = await start()),
    close: async () => {
      await kill();
      await primary.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const isThere = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (isThere) return;
  }
  throw new Error("the replica did not start");
}
