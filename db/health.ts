import { sql } from "drizzle-orm";
import { database } from "./client";

/** A health check that waits longer than this would itself be a reason to call the service down. */
const PATIENCE_MS = 3000;

/** Whether the database answers a query within three seconds. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = async () => {
    await database().execute(sql`select 1`);
    return true;
  };
  try {
    return await Promise.race([answer(), patience]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
