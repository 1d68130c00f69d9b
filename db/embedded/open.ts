import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries, type Binaries } from "./binaries";
import { databaseUrl, openCluster, prepareDirectory, type Cluster } from "./cluster";
import { DATABASE, joinServer, type Keeper } from "./keeper";
import { findPostmaster } from "./postmaster";
import { startError, startServer, stopServer } from "./server";

const START_LIMIT = 30_000;
const ATTEMPTS = 5;

/**
 * Opens the PostgreSQL server that keeps its data in a directory, starting it, or making it, if need be.
 * Any number of processes may do so at once: they share one server, which stops when the last of them closes.
 * Should the server die, it is started again at the same address for as long as this process has not closed.
 * Fails with EmbeddedDatabaseError.
 */
export async function openEmbeddedDatabase(options: {
  directory: string;
}): Promise<{ url: string; close(): Promise<void> }> {
  const directory = await prepareDirectory(options.directory);
  const binaries = await findBinaries(directory);
  const cluster = await openCluster(directory, binaries);
  let port = 0;
  let closing: Promise<void> | null = null;
  const isClosing = () => closing !== null;

  const join = async () => {
    const entered = await enter(cluster, binaries, onLost, isClosing);
    port ||= entered.port;
    if (port !== entered.port) process.emitWarning(`The embedded database moved to port ${entered.port}: start again.`);
    return entered.keeper;
  };
  const rejoin = async () => {
    for (let pause = 1000; !isClosing(); pause = Math.min(pause * 2, 30_000)) {
      try {
        return await join();
      } catch (error) {
        if (isClosing()) break;
        process.emitWarning(error as Error);
        await sleep(pause);
      }
    }
    return null;
  };
  const onLost = () => {
    if (!isClosing()) keeper = rejoin();
  };
  const leave = async () => {
    const last = await keeper;
    try {
      if (await last?.isLast()) await stopServer(cluster, binaries);
    } finally {
      await last?.end();
    }
  };

  let keeper: Promise<Keeper | null> = join();
  await keeper;
  return { url: databaseUrl(cluster, port, DATABASE), close: () => (closing ??= leave()) };
}

async function enter(cluster: Cluster, binaries: Binaries, onLost: () => void, isClosing: () => boolean) {
  const deadline = Date.now() + START_LIMIT;
  let attempts = 0;
  while (Date.now() < deadline && !isClosing()) {
    const found = await findPostmaster(cluster.data);
    if (!found.running && !(await startServer(cluster, binaries, deadline))) {
      if (++attempts === ATTEMPTS) throw await startError(cluster, "did not start");
      await sleep(300 * attempts);
    }
    if (found.running && found.ready) {
      const keeper = await joinServer(cluster, found.port, onLost);
      if (keeper) return { keeper, port: found.port };
    }
    await sleep(10 + Math.random() * 40);
  }
  throw await startError(cluster, `did not start within ${START_LIMIT / 1000} s`);
}
