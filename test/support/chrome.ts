import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Problem } from "./server";

const run = promisify(execFile);
const MINUTE = 60_000;

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const COMMANDS = ["chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome"];

/** Finds a Chrome or Chromium, or gets one: Playwright's download first, then Debian's package where we may install. */
export async function getChrome(): Promise<string | Problem> {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return (await works(wanted)) ? wanted : { problem: `CHROME_PATH=${wanted} does not run` };
  const path = (await findChrome()) ?? (await downloadChrome()) ?? (await installChrome());
  if (path) return path;
  const problem =
    "No Chrome or Chromium on this machine, and neither Playwright's download nor apt could get one. " +
    "Install one (Debian, Ubuntu: apt install chromium; else https://www.google.com/chrome/), " +
    "or set CHROME_PATH to its executable, and run the tests again.";
  return { problem };
}

async function findChrome(): Promise<string | null> {
  const named = await Promise.all(COMMANDS.map(which));
  for (const path of [...USUAL_PLACES, ...named, playwrightsChrome()])
    if (path && existsSync(path) && (await works(path))) return path;
  return null;
}

async function downloadChrome(): Promise<string | null> {
  const settings = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  // Only root may install the system's libraries that the browser needs.
  const options = process.getuid?.() === 0 ? ["--with-deps"] : [];
  const done = await run("npx", ["playwright-core", "install", ...options, "chromium"], {
    env: settings,
    timeout: 5 * MINUTE,
  }).catch(() => null);
  const path = done && playwrightsChrome();
  return path && (await works(path)) ? path : null;
}

async function installChrome(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update"], { env, timeout: 3 * MINUTE });
    const packages = ["chromium", "fonts-noto-cjk"];
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, timeout: 15 * MINUTE });
  } catch {
    return null;
  }
  return findChrome();
}

async function which(command: string): Promise<string | null> {
  const found = await run("which", [command]).catch(() => null);
  return found?.stdout.trim() || null;
}

function playwrightsChrome(): string | null {
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

/** Ubuntu's chromium-browser, for one, is a script that only says how to install it. */
async function works(path: string): Promise<boolean> {
  const answered = await run(path, ["--version"], { timeout: 20_000 }).catch(() => null);
  return /chrom/i.test(answered?.stdout ?? "");
}
