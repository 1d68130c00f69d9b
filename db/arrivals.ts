import { and, count, eq, sql } from "drizzle-orm";
import type { ArrivalCount } from "@/lib/analysis/arrivals";
import { EVERYBODY, type Part } from "@/lib/analysis/results-filter";
import type { Staff } from "@/lib/staff";
import type { Database } from "./client";
import type { Edition } from "./editions";
import { inPart } from "./part-condition";
import { readAnywhere } from "./replica";
import { response } from "./schema/survey";

/**
 * How many valid answers of a part of an edition came in each week by each channel, in no order. For analysts: a week
 * tells much of few.
 */
export async function countArrivals(
  _staff: Staff,
  { id }: Pick<Edition, "id">,
  part: Part = EVERYBODY,
): Promise<ArrivalCount[]> {
  return readAnywhere(({ database }) => selectArrivals(database, id, part));
}

function selectArrivals(database: Database, id: string, part: Part): Promise<ArrivalCount[]> {
  // First by day, as an index has it: a week is computed for some thousand rows and not for a million.
  const byDay = database
    .select({ receivedOn: response.receivedOn, channel: response.channel, n: count().as("n") })
    .from(response)
    .where(and(eq(response.editionId, id), eq(response.status, "valid"), inPart(part)))
    .groupBy(response.receivedOn, response.channel)
    .as("by_day");
  const week = sql<string>`to_char(date_trunc('week', ${byDay.receivedOn}), 'YYYY-MM-DD')`;
  return database
    .select({ week, channel: byDay.channel, count: sql<number>`sum(${byDay.n})`.mapWith(Number) })
    .from(byDay)
    .groupBy(sql`1`, byDay.channel);
}
