import { type SQL, and, isNotNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { hasteBelow } from "@/lib/analysis/quality-flags";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import { ANY } from "@/lib/survey/response-filter";
import type { Transaction } from "./client";
import { response } from "./schema/survey";
import { validIn } from "./standing";

/** So many answers tell how long an edition takes to read; those that come later do not move it any more. */
const MOST_TIMED = 10_000;

/** Below how many seconds an answer of an edition was made in haste beside the others, or null (`hasteBelow`). */
export async function readHaste(tx: Transaction, editionId: string): Promise<number | null> {
  const timed = tx
    .select({ seconds: response.readingSeconds })
    .from(response)
    .where(and(validIn(editionId), isNotNull(response.readingSeconds)))
    .orderBy(response.id)
    .limit(MOST_TIMED)
    .as("timed");
  const median = sql<number | null>`percentile_cont(0.5) within group (order by ${timed.seconds})`;
  const [row] = await tx.select({ timed: sql<number>`count(*)::int`, median }).from(timed);
  return hasteBelow(row?.timed ?? 0, row?.median ?? null);
}

/** What a flag, or any flag, asks of a response: what it keeps, or haste beside the others, as `flagsOf` reads them. */
export function hasFlag(flag: QualityFlag | typeof ANY, haste: number | null): SQL | undefined {
  if (flag === ANY) return or(sql`${response.flags} <> '{}'`, inHaste(haste));
  const isKept = and(sql`${response.flags} <> '{}'`, sql`${response.flags} @> array[${flag}]`);
  if (flag === "too-fast") return or(isKept, inHaste(haste));
  return flag === "straight-line" ? or(isKept, and(inHaste(haste), isStraight(response.ratingPattern))) : isKept;
}

/** Whether a response was made in haste beside the others; null where that is not known. */
export const inHaste = (haste: number | null): SQL => sql`${response.readingSeconds} < ${haste}::int`;

/** Whether a pattern is a straight line, as `isStraight` of lib sees it. */
export const isStraight = (pattern: SQL | PgColumn): SQL => sql`${pattern} ~ '^([1-5])\\1+$'`;
