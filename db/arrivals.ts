import { and, count, eq, sql } from "drizzle-orm";
import type { ArrivalCount } from "@/lib/analysis/arrivals";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import type { Edition } from "./editions";
import { response } from "./schema/survey";

/** How many valid answers of an edition came in each week by each channel, in no order. For analysts: a week tells much of few. */
export async function countArrivals(_staff: Staff, { id }: Pick<Edition, "id">): Promise<ArrivalCount[]> {
  const week = sql<string>`to_char(date_trunc('week', ${response.receivedOn}), 'YYYY-MM-DD')`;
  return database()
    .select({ week, channel: response.channel, count: count() })
    .from(response)
    .where(and(eq(response.editionId, id), eq(response.status, "valid")))
    .groupBy(sql`1`, response.channel);
}
