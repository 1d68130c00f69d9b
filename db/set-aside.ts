import { and, count, eq, inArray, sql } from "drizzle-orm";
import { SET_ASIDE, type SetAsidePattern } from "@/lib/analysis/doubts";
import { EVERYBODY, type Part } from "@/lib/analysis/results-filter";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { response } from "./schema/survey";

/** The ratings of the responses of a part of an edition that are kept and not counted, by status and reason, in no order. */
export async function selectSetAside(
  tx: Transaction,
  editionId: string,
  part: Part = EVERYBODY,
): Promise<SetAsidePattern[]> {
  const { status, statusReason, ratings } = response;
  const rows = await tx
    .select({ status, reason: statusReason, ratings, count: count() })
    .from(response)
    // As response_set_aside says it, letter by letter: else Postgres would read the whole edition.
    .where(and(eq(response.editionId, editionId), sql`${status} <> 'valid'`, inArray(status, SET_ASIDE), inPart(part)))
    .groupBy(status, statusReason, ratings);
  return rows.flatMap(({ status: standing, reason, ...pattern }) => {
    const found = SET_ASIDE.find((one) => one === standing);
    return found ? [{ status: found, reason: reason ?? "", ...pattern }] : [];
  });
}
