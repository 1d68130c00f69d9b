import { and, eq, sql } from "drizzle-orm";
import type { ArrivalCount } from "@/lib/analysis/arrivals";
import type { DayCount } from "@/lib/analysis/crowded-days";
import type { Part } from "@/lib/analysis/results-filter";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { response } from "./schema/survey";

/** When the valid answers of a part of an edition came, in no order: in weeks by channel, on days by stated group. */
export interface ArrivalCounts {
  readonly weeks: readonly ArrivalCount[];
  readonly days: readonly DayCount[];
}

/** Counts them within a snapshot, in one pass over the index of days. */
export async function selectArrivals(tx: Transaction, editionId: string, part: Part): Promise<ArrivalCounts> {
  const isValid = and(eq(response.editionId, editionId), eq(response.status, "valid"), inPart(part));
  // First by day, as an index has it, then weeks (2000-01-03 was a Monday) and groups from some thousand rows at once.
  const rows = await tx.execute<{ week: string | null; day: string | null; value: string | null; n: number }>(sql`
    with by_day as materialized (
      select received_on, channel, stakeholder_group, count(*) as n from ${response} where ${isValid} group by 1, 2, 3)
    select week::text, received_on::text as day, coalesce(channel, stakeholder_group) as value, n::int from (
      select week, received_on, channel, stakeholder_group, sum(n) as n
      from (select received_on - (received_on - date '2000-01-03') % 7 as week, * from by_day) days
      group by grouping sets ((week, channel), (received_on, stakeholder_group))) counted`);
  return {
    weeks: rows.flatMap(({ week, value, n }) => (week === null ? [] : [{ week, channel: value, count: n }])),
    days: rows.flatMap(({ day, value, n }) => {
      const group = STAKEHOLDER_GROUPS.find((one) => one === value);
      return day !== null && group ? [{ day, group, count: n }] : [];
    }),
  };
}
