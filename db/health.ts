import { sql } from "drizzle-orm";
import { database } from "./client";
import journal from "./migrations/meta/_journal.json" with { type: "json" };

/** A health check that waits longer than this would itself be a reason to call the service down. */
const PATIENCE_MS = 3000;

/** `migrations missing`: the database answers, but lacks a change that this program needs; a newer one is fine. */
export type DatabaseHealth = "ok" | "unavailable" | "migrations missing";

/** Whether the database answers within three seconds, and has every migration of this program. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<"unavailable">((resolve) => {
    timer = setTimeout(() => resolve("unavailable"), PATIENCE_MS);
  });
  try {
    return await Promise.race([lookAtMigrations(), patience]);
  } catch {
    return "unavailable";
  } finally {
    clearTimeout(timer);
  }
}

async function lookAtMigrations(): Promise<DatabaseHealth> {
  const rows = await database().execute<{ when: string }>(
    sql`select created_at as when from drizzle.__drizzle_migrations`,
  );
  const applied = new Set(rows.map(({ when }) => Number(when)));
  return journal.entries.every(({ when }) => applied.has(when)) ? "ok" : "migrations missing";
}
