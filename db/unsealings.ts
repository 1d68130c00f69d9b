import { asc, eq } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import type { Unsealing } from "@/lib/survey/edition-life";
import { type Transaction, database } from "./client";
import { editionUnsealing } from "./schema/unsealing";

/** Every time an edition was unsealed, the first first. For signed-in staff only. */
export async function listUnsealings(_staff: Staff, editionId: string): Promise<Unsealing[]> {
  return selectUnsealings(database(), editionId);
}

/** The same, read through a snapshot (db/snapshot.ts), which asks for the staff. */
export async function selectUnsealings(db: Pick<Transaction, "select">, editionId: string): Promise<Unsealing[]> {
  return db
    .select({ at: editionUnsealing.at, staffName: editionUnsealing.staffName, reason: editionUnsealing.reason })
    .from(editionUnsealing)
    .where(eq(editionUnsealing.editionId, editionId))
    .orderBy(asc(editionUnsealing.at));
}
