import { type SQL, and, count, eq, sql, sum } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import type { Edition } from "./editions";
import { response } from "./schema/survey";
import { isSetAside, isValid } from "./standing";

/** How many answers came by a channel: the valid ones, and all, whatever their status. */
export interface ChannelAnswers {
  /** Null for answers by no channel. */
  readonly code: string | null;
  readonly valid: number;
  readonly kept: number;
}

/** The answers of an edition by channel, in one query; a channel without any is not among them. */
export async function countAnswersByChannel(_staff: Staff, { id }: Pick<Edition, "id">): Promise<ChannelAnswers[]> {
  const standing = (is: SQL, valid: SQL<number>) =>
    database()
      .select({ code: response.channel, valid: valid.as("valid"), kept: count().as("kept") })
      .from(response)
      .where(and(eq(response.editionId, id), is))
      .groupBy(response.channel);
  const by = unionAll(standing(isValid, count()), standing(isSetAside, sql`0`)).as("by_standing");
  return database()
    .select({ code: by.code, valid: sum(by.valid).mapWith(Number), kept: sum(by.kept).mapWith(Number) })
    .from(by)
    .groupBy(by.code);
}
