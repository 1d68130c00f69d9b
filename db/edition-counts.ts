import { count, eq, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { response } from "./schema/survey";

/** How many answers an edition has; `received` without the withdrawn ones, which hold no answers. */
export interface AnswerCounts {
  readonly received: number;
  readonly valid: number;
  /** Withdrawn by their readers after the edition was sealed. */
  readonly withdrawnSealed: number;
}

/** The counts of every edition that has an answer, by its id; of one edition alone where it is named. */
export async function countAnswers(_staff: Staff, editionId?: string): Promise<ReadonlyMap<string, AnswerCounts>> {
  const rows = await database()
    .select({
      editionId: response.editionId,
      received: sql<number>`${count()} filter (where ${response.status} <> 'withdrawn')`.mapWith(Number),
      valid: sql<number>`${count()} filter (where ${response.status} = 'valid')`.mapWith(Number),
      withdrawnSealed: sql<number>`${count()} filter (where ${response.statusReason} = 'WITHDRAWN_SEALED')`.mapWith(
        Number,
      ),
    })
    .from(response)
    .where(editionId === undefined ? undefined : eq(response.editionId, editionId))
    .groupBy(response.editionId);
  return new Map(rows.map(({ editionId: id, ...counts }) => [id, counts]));
}

/** What an edition without answers has. */
export const NO_ANSWERS: AnswerCounts = { received: 0, valid: 0, withdrawnSealed: 0 };
