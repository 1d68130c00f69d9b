import { count } from "drizzle-orm";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import type { Database } from "./client";
import { insertEdition } from "./editions";
import { edition } from "./schema/survey";

/** Publishes the built-in 2024 edition on a database that has no edition yet; does nothing on any other. */
export async function publishBuiltInEdition(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [editions] = await tx.select({ number: count() }).from(edition);
    if (editions?.number === 0) await insertEdition(tx, JINCHEN_2024, new Date());
  });
}
