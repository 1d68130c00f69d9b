import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeTurn } from "@/db/embedded/turn";

/** What a build is made of. */
export const SOURCES = [
  "app",
  "db",
  "lib",
  "public",
  "proxy.ts",
  "next.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const STAMP = ".next/source-hash";

/**
 * Builds the app unless `.next` holds a build of exactly these sources. Starters that come together wait for the one
 * that builds. Throws when the build fails; its output has been shown.
 */
export async function buildIfNeeded(): Promise<void> {
  const hash = sourceHash();
  let told = false;
  while (!isBuilt(hash)) {
    // A name that the kernel frees when its holder ends, so that a builder that was killed blocks nobody.
    const turn = await takeTurn(".");
    if (turn) {
      try {
        if (!isBuilt(hash)) await build();
        writeFileSync(STAMP, hash);
      } finally {
        await turn.release();
      }
    } else {
      if (!told) process.stdout.write("Another start is building; waiting for it …\n");
      told = true;
      await sleep(500);
    }
  }
}

/** The build failed; what it printed says why. */
class BuildError extends Error {
  override readonly name = "BuildError";
}

function isBuilt(hash: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}

/**
 * The hash of what a build is made of. Of Node only its ABI counts: after an update of the machine's packages a service
 * starts again, and may not write here.
 */
export function sourceHash({ modules }: Pick<NodeJS.ProcessVersions, "node" | "modules"> = process.versions): string {
  const hash = createHash("sha256").update(modules);
  for (const file of SOURCES.flatMap(filesBelow).toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

function build(): Promise<void> {
  process.stdout.write("Building (once, about half a minute) …\n");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], { stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new BuildError(`next build failed (${code})`))));
  });
}
