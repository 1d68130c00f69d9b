import { asc, eq } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { editionUnsealing } from "./schema/unsealing";

/** That an edition's seal was broken, by whom and why: a mark that stays. */
export interface Unsealing {
  readonly at: Date;
  readonly staffName: string;
  readonly reason: string;
}

/** Every time an edition was unsealed, the first first. For signed-in staff only. */
export async function listUnsealings(_staff: Staff, editionId: string): Promise<Unsealing[]> {
  return database()
    .select({ at: editionUnsealing.at, staffName: editionUnsealing.staffName, reason: editionUnsealing.reason })
    .from(editionUnsealing)
    .where(eq(editionUnsealing.editionId, editionId))
    .orderBy(asc(editionUnsealing.at));
}
