import { eq, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { response } from "./schema/survey";
import { isSetAside, isValid } from "./standing";

/** How many answers an edition has; `received` without the withdrawn ones, which hold no answers. */
export interface AnswerCounts {
  readonly received: number;
  readonly valid: number;
  /** Withdrawn by their readers after the edition was sealed. */
  readonly withdrawnSealed: number;
}

/** The counts of every edition that has an answer, by its id; of one edition alone where it is named. */
export async function countAnswers(_staff: Staff, editionId?: string): Promise<ReadonlyMap<string, AnswerCounts>> {
  const of = editionId === undefined ? sql`true` : eq(response.editionId, editionId);
  const rows = await database().execute<{ [Count in keyof AnswerCounts]: number } & { editionId: string }>(sql`
    select edition_id as "editionId", sum(received)::int as received, sum(valid)::int as valid,
      sum(withdrawn_sealed)::int as "withdrawnSealed"
    from (
      select edition_id, count(*) as received, count(*) as valid, 0 as withdrawn_sealed
      from ${response} where ${isValid} and ${of} group by 1
      union all
      select edition_id, count(*) filter (where status <> 'withdrawn'), 0,
        count(*) filter (where status_reason = 'WITHDRAWN_SEALED')
      from ${response} where ${isSetAside} and ${of} group by 1) by_standing
    group by 1`);
  return new Map(rows.map(({ editionId: id, ...counts }) => [id, counts]));
}

/** What an edition without answers has. */
export const NO_ANSWERS: AnswerCounts = { received: 0, valid: 0, withdrawnSealed: 0 };
