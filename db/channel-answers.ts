import { eq, sql } from "drizzle-orm";
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
  const of = eq(response.editionId, id);
  const rows = await database().execute<{ [Field in keyof ChannelAnswers]: ChannelAnswers[Field] }>(sql`
    select channel as code, sum(valid)::int as valid, sum(kept)::int as kept
    from (
      select channel, count(*) as valid, count(*) as kept from ${response} where ${isValid} and ${of} group by 1
      union all
      select channel, 0, count(*) from ${response} where ${isSetAside} and ${of} group by 1) by_standing
    group by 1`);
  return [...rows];
}
