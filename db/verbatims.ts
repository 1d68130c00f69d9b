import { and, desc, eq, lt } from "drizzle-orm";
import type { Part } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import type { Transaction } from "./client";
import { response, verbatim } from "./schema/survey";
import { validIn } from "./standing";

/** A reader's words. Of when they came nothing finer than the day is known; `locale` is the form's, a hint of theirs. */
export interface Verbatim {
  readonly responseId: string;
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly content: string;
}

/** A stretch of a list: at most `limit` verbatims, those that come after `after` (a response id). */
export interface VerbatimPage {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A stretch of the verbatims of a part of the responses. */
interface PartPage extends VerbatimPage {
  readonly part: Part;
}

/**
 * The valid responses' verbatims on one open item, newest day first; within a day in the order of their keys, which is
 * random. Paging goes by key: what arrives meanwhile neither repeats nor hides an older one. Read through a snapshot
 * (db/snapshot.ts), which asks for the staff.
 */
export async function selectVerbatims(
  db: Pick<Transaction, "select">,
  editionId: string,
  item: string,
  { after, limit, part }: PartPage,
): Promise<Verbatim[]> {
  return db
    .select({
      responseId: verbatim.responseId,
      receivedOn: response.receivedOn,
      locale: response.locale,
      content: verbatim.content,
    })
    .from(verbatim)
    .innerJoin(response, eq(response.id, verbatim.responseId))
    .where(
      and(
        validIn(editionId, part),
        eq(verbatim.item, item),
        after === undefined ? undefined : lt(verbatim.responseId, after),
      ),
    )
    .orderBy(desc(verbatim.responseId))
    .limit(limit);
}
