import { and, count, inArray, sql } from "drizzle-orm";
import type { CountedArrivals } from "@/lib/analysis/arrivals";
import type { DayCount } from "@/lib/analysis/crowded-days";
import type { Part } from "@/lib/analysis/results-filter";
import type { Transaction } from "./client";
import { response } from "./schema/survey";
import { validIn } from "./standing";

/** When the valid answers of a part of an edition came, in no order: in weeks and months by channel, and on days. */
export interface ArrivalCounts extends CountedArrivals {
  readonly days: readonly Omit<DayCount, "group">[];
}

/** Counts them within a snapshot, in one pass over the index of days. */
export async function selectArrivals(tx: Transaction, editionId: string, part: Part): Promise<ArrivalCounts> {
  // First by day, as an index has it, then weeks (2000-01-03 was a Monday) from some thousand rows.
  const rows = await tx.execute<{
    unit: "weeks" | "months" | "days";
    from: string;
    channel: string | null;
    n: number;
  }>(sql`
    with by_day as materialized (
      select received_on, channel, count(*) as n from ${response} where ${validIn(editionId, part)} group by 1, 2)
    select case when week is not null then 'weeks' when month is not null then 'months' else 'days' end as unit,
      coalesce(week, month, received_on)::text as from, channel, sum(n)::int as n
    from (select received_on - (received_on - date '2000-01-03') % 7 as week,
      received_on - extract(day from received_on)::int + 1 as month, * from by_day) days
    group by grouping sets ((week, channel), (month, channel), (received_on))`);
  const of = (unit: "weeks" | "months") =>
    rows.flatMap((row) => (row.unit === unit ? [{ from: row.from, channel: row.channel, count: row.n }] : []));
  const days = rows.flatMap(({ unit, from, n }) => (unit === "days" ? [{ day: from, count: n }] : []));
  return { weeks: of("weeks"), months: of("months"), days };
}

/** How many valid answers of each stated group came on some days of an edition, within a snapshot, in no order. */
export async function selectDayCounts(
  tx: Transaction,
  editionId: string,
  days: readonly string[],
): Promise<DayCount[]> {
  if (days.length === 0) return [];
  const { receivedOn: day, stakeholderGroup } = response;
  const rows = await tx
    .select({ day, group: stakeholderGroup, count: count() })
    .from(response)
    .where(and(validIn(editionId), inArray(day, [...days])))
    .groupBy(day, stakeholderGroup);
  return rows.flatMap(({ group, ...counted }) => (group === null ? [] : [{ ...counted, group }]));
}
