import { count, max } from "drizzle-orm";
import type { GroupAnswers } from "@/lib/analysis/coverage";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import type { Edition } from "./editions";
import { response } from "./schema/survey";
import { validIn } from "./standing";

/** The valid answers of an edition by group, those who stated none too; a group without any is not among them. */
export async function countAnswersByGroup(_staff: Staff, { id }: Pick<Edition, "id">): Promise<GroupAnswers[]> {
  const rows = await database()
    .select({ group: response.stakeholderGroup, valid: count(), lastOn: max(response.receivedOn) })
    .from(response)
    .where(validIn(id))
    .groupBy(response.stakeholderGroup);
  return rows.flatMap(({ lastOn, ...row }) => (lastOn === null ? [] : [{ ...row, lastOn }]));
}
