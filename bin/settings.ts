import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Env, parseEnv } from "@/lib/env";
import { readSecretFiles } from "./secret-files";

/**
 * The settings of the start and of every command, from `.env`, the environment, and the files that it names. Throws
 * `EnvError`.
 */
export function readSettings(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  readSecretFiles(process.env);
  return parseEnv(process.env);
}

/** Where the embedded database of the settings lies. */
export const embeddedDirectory = (settings: Env): string => join(settings.DATA_DIR, "postgres");

/**
 * Does `work` with the address of the settings' database. The embedded one is joined where it runs, else started for as
 * long, and made where there is none.
 */
export async function withDatabase<T>(settings: Env, work: (url: string) => Promise<T>): Promise<T> {
  if (settings.DATABASE_URL) return work(settings.DATABASE_URL);
  const { openEmbeddedDatabase } = await import("@/db/embedded/open");
  const embedded = await openEmbeddedDatabase({ directory: embeddedDirectory(settings) });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.close();
  }
}
