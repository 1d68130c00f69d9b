import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { chooseAccount, giveTo, run } from "./account";
import type { Binaries } from "./binaries";
import { EmbeddedDatabaseError } from "./error";
import { readPart, requireRoom, requireWhole } from "./inspect";

/** The files of one database on the disk. */
export interface Cluster {
  directory: string;
  data: string;
  log: string;
  password: string;
}

const SUPERUSER = "postgres";

/** The address of one database of a cluster whose server listens on a port. */
export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Makes the directory if need be, and returns its absolute path without links, as PostgreSQL will see it. */
export async function prepareDirectory(directory: string): Promise<string> {
  try {
    await mkdir(dirname(directory), { recursive: true });
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(directory);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `数据库目录 ${directory} 不可写（${(error as NodeJS.ErrnoException).code}）：请修改其所有者或权限，或将 DATA_DIR ` +
        `指向别处，或设置 DATABASE_URL。\n` +
        `The database directory ${directory} is not writable (${(error as NodeJS.ErrnoException).code}): ` +
        `change its owner or permissions, point DATA_DIR elsewhere, or set DATABASE_URL.`,
    );
  }
}

/**
 * Opens the cluster in a directory, and makes it first if there is none. Any number of processes may do so at once. Refuses
 * what is not whole, of another PostgreSQL, or something else; it never deletes but what an interrupted making left.
 */
export async function openCluster(directory: string, binaries: Binaries): Promise<Cluster> {
  const [home, data] = [join(directory, "cluster"), join(directory, "cluster", "data")];
  await removeRemains(directory);
  if (!(await stat(home).catch(() => null))) {
    await requireRoom(directory);
    await createCluster(directory, home, binaries);
  }
  await requireWhole(home, binaries.majorVersion);
  return { directory, data, log: join(home, "server.log"), password: await readPart(home, join(home, "password")) };
}

async function createCluster(directory: string, home: string, binaries: Binaries): Promise<void> {
  const account = await chooseAccount(binaries, directory, directory);
  const temporary = await mkdtemp(join(directory, `new-${process.pid}-`));
  try {
    const passwordFile = join(temporary, "password");
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
    await giveTo(account, directory, basename(temporary));
    const where = ["-D", join(temporary, "data"), "-U", SUPERUSER, `--pwfile=${passwordFile}`, "--no-instructions"];
    const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const rest = ["--auth=scram-sha-256", "--set=timezone=UTC", "--set=log_timezone=UTC"];
    const { code, said } = await run(account, binaries, [binaries.initdb, ...where, ...text, ...rest]);
    if (code !== 0) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL could not make a database in ${directory}: free some space, choose another DATA_DIR, ` +
          `or set DATABASE_URL; it said: ${said.trim().split("\n").slice(-3).join(" ")}`,
      );
    }
    await rename(temporary, home).catch(async (error: NodeJS.ErrnoException) => {
      if (!(await stat(home).catch(() => null))) throw error;
    });
    await syncDirectory(directory);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Has what was renamed in a directory stay renamed: a power cut could undo it after rows were acknowledged. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory);
  await handle.sync().finally(() => handle.close());
}

async function removeRemains(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const maker = /^new-(\d+)-/.exec(name)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
