import { spawn } from "node:child_process";
import { chown, lstat, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries";
import { EmbeddedDatabaseError } from "./error";

/** Who runs the binaries: PostgreSQL refuses uid 0, so root has to step aside. */
export interface Account {
  prefix: string[];
  /** The numbers to switch to, or null to stay the user we are. */
  ids: { uid: number; gid: number } | null;
}

const NOBODY = 65534;

/** Chooses an account that PostgreSQL accepts and that can reach the binaries and the directory. */
export async function chooseAccount(binaries: Binaries, directory: string, existing: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: null };
  const ownerOfData = await ownerOf(existing);
  const ownerOfBinaries = await ownerOf(binaries.postgres);
  const newNamespace = { prefix: ["unshare", "-U"], ids: null };
  const nobody = { prefix: [], ids: { uid: NOBODY, gid: NOBODY } };
  for (const account of [...ownerOfData, newNamespace, ...ownerOfBinaries, nobody]) {
    const probe = ["/bin/sh", "-c", 'cd "$1" && exec "$0" --version', binaries.postgres, dirname(directory)];
    if ((await run(account, binaries, probe)).code === 0) return account;
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL does not run as root, and no other user can reach both ${binaries.postgres} and ${directory}: ` +
      `start as an ordinary user, allow unprivileged user namespaces, or set DATABASE_URL.`,
  );
}

async function ownerOf(path: string): Promise<Account[]> {
  const { uid, gid } = await stat(path);
  return uid === 0 ? [] : [{ prefix: [], ids: { uid, gid } }];
}

/** Gives a directory, and what is inside the named parts of it, to the account that has to write it. */
export async function giveTo(account: Account, directory: string, ...parts: string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = account.ids ?? { uid: 0, gid: 0 };
  for (const part of parts) {
    const path = join(directory, part);
    const status = await lstat(path);
    if (status.isDirectory()) await giveTo(account, path, ...(await readdir(path)));
    else if (status.isFile() && status.uid !== uid) await chown(path, uid, gid);
  }
  // Last, so that the owner of a directory says that all of it was given.
  if ((await stat(directory)).uid !== uid) await chown(directory, uid, gid);
}

/** Starts a command as the account, away from our terminal and our environment. */
export function launch(account: Account, binaries: Binaries, command: string[], log: number | "pipe", extra = {}) {
  const [file, ...args] = [...account.prefix, ...command] as [string, ...string[]];
  const libraries = binaries.libraryPath;
  // Next's types want NODE_ENV in every environment; Postgres does not.
  const env: Record<string, string> = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    LC_ALL: "C",
    ...(libraries && { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries }),
    ...extra,
  };
  return spawn(file, args, {
    ...account.ids,
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", log, log],
    detached: true,
    windowsHide: true,
  });
}

/** Runs a command to its end and returns its exit code and what it said. */
export function run(account: Account, binaries: Binaries, command: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = launch(account, binaries, command, "pipe");
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) => resolve({ code: -1, said: error.message }));
    child.on("close", (code) => resolve({ code: code ?? -1, said }));
  });
}
