import { link, mkdir, open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { inBothLanguages } from "@/lib/messages/operator";
import { connect } from "../client";
import { syncDirectory } from "../embedded/cluster";
import { BackupError } from "./error";
import type { Header, Manifest } from "./format";
import { withBackupLines } from "./lines";
import { readWhole } from "./read";

/** A backup that lies whole on the disk. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly header: Header;
  readonly manifest: Manifest;
}

const NAME = /^report-feedback-\d{8}-\d{6}Z\.backup\.gz$/;
const REMAINS = /^\.report-feedback-.*\.part$/;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A file system that knows no hard links. */
const NO_LINKS: readonly unknown[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

/**
 * Writes everything that a database holds into a new file of a directory, named after the moment, readable by its owner
 * alone. The file gets its name when it is whole, on the disk and read back; memory is constant. `signal` breaks off.
 * Throws `BackupError` when there is nothing to back up, when the file exists or cannot be written.
 */
export async function writeBackup(
  url: string,
  directory: string,
  { now, program, signal }: { now: Date; program: string; signal?: AbortSignal },
): Promise<Backup> {
  const stamp = now.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "").replace("T", "-");
  const name = `report-feedback-${stamp}.backup.gz`;
  const [file, part] = [join(directory, name), join(directory, `.${name}.${process.pid}.part`)];
  const { $client: client } = connect(url, 1);
  let failure: unknown;
  try {
    await asWriting(file, () => mkdir(directory, { recursive: true, mode: 0o700 }));
    await refuseExisting(file);
    const taken = await withBackupLines(client, program, async (lines) => {
      const handle = await asWriting(part, () => open(part, "wx", 0o600));
      try {
        const write = async (pieces: AsyncIterable<Buffer>) => {
          for await (const piece of pieces) await handle.appendFile(piece);
        };
        await pipeline(lines, createGzip(), write, signal ? { signal } : {});
        await handle.sync();
      } catch (error) {
        failure = error;
        // A table that nobody reads to its end would keep the rollback waiting.
        await client.end({ timeout: 0 });
        throw error;
      } finally {
        await handle.close();
      }
    }).catch((error: unknown) => {
      throw failure ?? error;
    });
    await readWhole(part);
    await asWriting(file, () => giveName(part, file));
    return { file, bytes: (await stat(file)).size, ...taken };
  } catch (error) {
    if (isOfFiles(error)) throw cannotWrite(file, error);
    throw error;
  } finally {
    await rm(part, { force: true });
    await client.end({ timeout: 0 });
  }
}

/** Whether a name is that of a whole backup. */
export const isBackupFile = (name: string): boolean => NAME.test(name);

/** Deletes all but the newest `keep` backups of a directory, and what a killed one left a day ago; returns what went. */
export async function deleteOldBackups(directory: string, keep: number, now: Date): Promise<string[]> {
  const names = await readdir(directory);
  const old = names.filter(isBackupFile).toSorted().toReversed().slice(keep);
  for (const name of names.filter((one) => REMAINS.test(one))) {
    if (now.getTime() - (await stat(join(directory, name))).mtimeMs > DAY_MS) old.push(name);
  }
  for (const name of old) await unlink(join(directory, name));
  return old;
}

async function refuseExisting(file: string): Promise<void> {
  if (await stat(file).catch(() => null)) throw new BackupError(inBothLanguages((t) => t("backup.exists", { file })));
}

/** A link and not a rename, which would take another's place; a file system without links gets a look before. */
async function giveName(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || !isOfFiles(error)) return refuseExisting(file);
    if (!NO_LINKS.includes(error.code)) throw error;
    await refuseExisting(file);
    await rename(part, file);
  }
  await unlink(part).catch(() => undefined);
  await syncDirectory(dirname(file));
}

/** A call on files that failed; one of the network is the database's. */
const CALLS: readonly unknown[] = ["open", "write", "fsync", "mkdir", "link", "rename", "unlink", "stat", "scandir"];

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && CALLS.includes((error as NodeJS.ErrnoException).syscall);
}

function cannotWrite(path: string, error: NodeJS.ErrnoException): BackupError {
  return new BackupError(inBothLanguages((t) => t("backup.cannot-write", { path, code: error.code ?? "?" })));
}

async function asWriting<T>(path: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw isOfFiles(error) ? cannotWrite(path, error) : error;
  });
}
