import { statfs } from "node:fs/promises";
import { type DatabaseHealth, databaseHealth } from "@/db/health";
import { processWide } from "./process-wide";

/** What the process needs to answer people; each word is for the operator. */
export interface Health {
  readonly database: DatabaseHealth;
  /** The disk of the embedded database; `elsewhere` where the database is a server of its own. */
  readonly disk: "ok" | "full" | "unreadable" | "elsewhere";
}

/** Four segments of Postgres's write-ahead log: with less, an answer may not be kept. */
const LEAST_FREE = 64 * 1024 * 1024;

/** For so long one look serves everybody who asks, so that asking cannot be used to load the database. */
const LOOK_LASTS_MS = 1000;

let look: { readonly at: number; readonly health: Promise<Health> } | undefined;

/** How the process is, looked at no more than once a second. */
export async function currentHealth(now = performance.now()): Promise<Health> {
  if (!look || now - look.at > LOOK_LASTS_MS) look = { at: now, health: lookAtHealth() };
  return look.health;
}

/** Whether people can be served. */
export function isHealthy({ database, disk }: Health): boolean {
  return database === "ok" && (disk === "ok" || disk === "elsewhere");
}

async function lookAtHealth(): Promise<Health> {
  const [database, disk] = await Promise.all([databaseHealth(), dataDisk()]);
  return {
    database,
    disk: disk === null ? "elsewhere" : disk.free < 0 ? "unreadable" : disk.free < LEAST_FREE ? "full" : "ok",
  };
}

/** Bytes of the disk that holds the embedded database, -1 where it can't be read; null without such a database. */
export async function dataDisk(): Promise<{ free: number; size: number } | null> {
  const directory = processWide()?.dataDirectory;
  if (!directory) return null;
  try {
    const { bavail, blocks, bsize } = await statfs(directory);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return { free: -1, size: -1 };
  }
}
