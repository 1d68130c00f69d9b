import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a build is made of. */
const SOURCES = ["app", "db", "lib", "public", "proxy.ts", "next.config.js", "tsconfig.json", "package-lock.json"];
const STAMP = ".next/source-hash";
const LOCK = ".next-build-lock";

/**
 * Builds the app unless `.next` holds a build of exactly these sources. Starters that come together wait for the one
 * that builds. Throws when the build fails; its output has been shown.
 */
export async function buildIfNeeded(): Promise<void> {
  const hash = sourceHash();
  while (!isBuilt(hash)) {
    if (takeLock()) {
      try {
        await build();
        writeFileSync(STAMP, hash);
      } finally {
        rmSync(LOCK, { recursive: true, force: true });
      }
    } else await sleep(500);
  }
}

function isBuilt(hash: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}

function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap(filesBelow).toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** Takes the lock, also from a builder that died; a directory is made by one process only. */
function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    writeFileSync(join(LOCK, "pid"), String(process.pid));
    return true;
  } catch {
    if (!isBuilderAlive()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isBuilderAlive(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, "pid"), "utf8")), 0);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // No pid yet: the builder is between its two steps, unless it died there long ago.
    return code === "EPERM" || (code === "ENOENT" && existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs < 5000);
  }
}

function build(): Promise<void> {
  process.stdout.write("Building (once, about half a minute) …\n");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], { stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`next build failed (${code})`))));
  });
}
