import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { ArrivalCount } from "@/lib/analysis/arrivals";
import type { DayCount } from "@/lib/analysis/crowded-days";
import type { Part } from "@/lib/analysis/results-filter";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { response } from "./schema/survey";

/** When the valid answers of a part of an edition came, in no order: in weeks by channel, and on days. */
export interface ArrivalCounts {
  readonly weeks: readonly ArrivalCount[];
  readonly days: readonly Omit<DayCount, "group">[];
}

/** Counts them within a snapshot, in one pass over the index of days. */
export async function selectArrivals(tx: Transaction, editionId: string, part: Part): Promise<ArrivalCounts> {
  // First by day, as an index has it, then weeks (2000-01-03 was a Monday) from some thousand rows.
  const rows = await tx.execute<{ week: string | null; day: string; channel: string | null; n: number }>(sql`
    with by_day as materialized (
      select received_on, channel, count(*) as n from ${response} where ${isValid(editionId, part)} group by 1, 2)
    select week::text, received_on::text as day, channel, n::int from (
      select week, received_on, channel, sum(n) as n
      from (select received_on - (received_on - date '2000-01-03') % 7 as week, * from by_day) days
      group by grouping sets ((week, channel), (received_on))) counted`);
  return {
    weeks: rows.flatMap(({ week, channel, n }) => (week === null ? [] : [{ week, channel, count: n }])),
    days: rows.flatMap(({ week, day, n }) => (week === null ? [{ day, count: n }] : [])),
  };
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
    .where(and(isValid(editionId), inArray(day, [...days])))
    .groupBy(day, stakeholderGroup);
  return rows.flatMap(({ group, ...counted }) => (group === null ? [] : [{ ...counted, group }]));
}

const isValid = (editionId: string, part?: Part) =>
  and(eq(response.editionId, editionId), eq(response.status, "valid"), part && inPart(part));
