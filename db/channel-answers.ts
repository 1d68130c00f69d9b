import { count, eq, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";

import { database } from "./client";
import type { Edition } from "./editions";
import { response } from "./schema/survey";

/** How many answers came by a channel: the valid ones, and all, whatever their status. */
export interface ChannelAnswers {
  /** Null for answers by no channel. */
  readonly code: string | null;
  readonly valid: number;
  readonly kept: number;
}

/** The answers of an edition by channel, in one query; a channel without any is not among them. */
export async function countAnswersByChannel(_staff: Staff, { id }: Pick<Edition, "id">): Promise<ChannelAnswers[]> {
  return database()
    .select({
      code: response.channel,
      valid: sql<number>`count(*) filter (where ${response.status} = 'valid')`.mapWith(Number),
      kept: count(),
    })
    .from(response)
    .where(eq(response.editionId, id))
    .groupBy(response.channel);
}
