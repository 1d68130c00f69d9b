import { type SQL, sql } from "drizzle-orm";
import type { FlaggedTally } from "@/lib/analysis/doubts";
import { tallyIn } from "@/lib/analysis/patterns";
import { withHaste } from "@/lib/analysis/quality-flags";
import { EVERYBODY, type Part } from "@/lib/analysis/results-filter";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import type { Transaction } from "./client";
import { inHaste, isStraight } from "./flag-conditions";
import { patternCounts } from "./pattern-counts";
import { response } from "./schema/survey";
import { validIn } from "./standing";

/** Of which part, with how many rating items, and below how many seconds one is made in haste (`readHaste`). */
interface Flagging {
  readonly part?: Part;
  readonly items: number;
  readonly haste: number | null;
}

/**
 * The valid responses of a part of an edition that have a flag, by their flags, within a snapshot. Of everybody from the indexes of what is flagged and of what was made in haste alone.
 */
export async function selectFlagged(
  tx: Transaction,
  editionId: string,
  { part = EVERYBODY, items, haste }: Flagging,
): Promise<FlaggedTally[]> {
  const counted = (flags: SQL, hasty: SQL, of: SQL) => sql`
    select ${flags} as flags, ${hasty} as hasty, rating_pattern, count(*) as n from ${response}
    where ${validIn(editionId, part)} and ${of} group by 1, 2, 3`;
  const isHasty = inHaste(haste);
  const kept = counted(sql`flags`, sql`coalesce(${isHasty}, false)`, sql`flags <> '{}'`);
  const onlyHasty = sql`flags = '{}' and reading_seconds is not null and ${isHasty}`;
  const rows = await tx.execute<{ flags: QualityFlag[]; hasty: boolean; straight: boolean; text: string }>(sql`
    select flags, hasty, ${isStraight(sql`rating_pattern`)} as straight, ${patternCounts} as text
    from (${kept} union all ${counted(sql`'{}'::text[]`, sql`true`, onlyHasty)}) counted group by 1, 2, 3`);
  return rows.map(({ flags, hasty, straight, text }) => ({
    flags: hasty ? withHaste(flags, straight) : flags,
    tally: tallyIn(text, items),
  }));
}
