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
  // First by day, as an index has it: dates are made words for some thousand rows and not for a million.
  const rows = await tx.execute<{ is_week: boolean; day: string; value: string | null; n: number }>(sql`
    with by_day as materialized (
      select received_on, channel, stakeholder_group, count(*) as n from ${response} where ${isValid} group by 1, 2, 3)
    select true as is_week, to_char(week, 'YYYY-MM-DD') as day, value, n::int from (
      select date_trunc('week', received_on) as week, channel as value, sum(n) as n from (
        select received_on, channel, sum(n) as n from by_day group by 1, 2) channels group by 1, 2) weeks
    union all
    select false, to_char(received_on, 'YYYY-MM-DD'), stakeholder_group, n::int from (
      select received_on, stakeholder_group, sum(n) as n from by_day
      where stakeholder_group is not null group by 1, 2) days`);
  const weeks = rows.filter(({ is_week }) => is_week);
  return {
    weeks: weeks.map(({ day, value, n }) => ({ week: day, channel: value, count: n })),
    days: rows.flatMap(({ is_week, day, value, n }) => {
      const group = is_week ? undefined : STAKEHOLDER_GROUPS.find((one) => one === value);
      return group ? [{ day, group, count: n }] : [];
    }),
  };
}
