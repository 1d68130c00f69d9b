import { and, eq, isNull } from "drizzle-orm";
import { ownFlagsOf } from "@/lib/analysis/quality-flags";
import { likenessOf } from "@/lib/survey/likeness";
import type { OptionalAnswers } from "@/lib/survey/optional-answers";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import type { ResponseContent } from "@/lib/survey/response";
import type { Transaction } from "./client";
import { replaceOptionalAnswers } from "./optional-answers";
import { noteRepeated, sentencesOf } from "./repeated-texts";
import { verbatimRow } from "./response-rows";
import { exclusion } from "./schema/exclusion";
import { response, verbatim } from "./schema/survey";

/** What takes the place of a response's answers: everything that a reader can change. */
export type Answers = Pick<ResponseContent, "ratings" | "verbatims"> & OptionalAnswers;

/**
 * Puts new answers in the place of a response's, within a transaction that has locked it. It keeps its receipt, its
 * instrument and the day it came; `changedOn` notes the day of the change. `isWeighed`: others are compared with it, to
 * find a program's, which nobody does with what a colleague typed. How long the new ones took is not known; the flags
 * are made anew, but for those of how the first ones came.
 */
export async function replaceAnswers(
  tx: Transaction,
  id: string,
  { ratings, verbatims, ...answers }: Answers,
  { changedOn, isWeighed }: { changedOn: string; isWeighed: boolean },
): Promise<void> {
  const { stakeholderGroup, quoteConsent } = answers;
  const likeness = isWeighed ? likenessOf({ ratings, verbatims }) : null;
  const gone = await sentencesOf(tx, id);
  const [stored] = await tx
    .select({ editionId: response.editionId, flags: response.flags })
    .from(response)
    .where(eq(response.id, id));
  if (!stored) throw new Error("a locked response is there");
  const facts = { ratings, texts: Object.values(verbatims), trapFilled: false, seconds: null, characters: 0 };
  const flags = [...stored.flags.filter((flag) => OF_ARRIVAL.includes(flag)), ...ownFlagsOf(facts)];
  await tx
    .update(response)
    .set({ ratings, stakeholderGroup, quoteConsent, likeness, changedOn, flags, readingSeconds: null })
    .where(eq(response.id, id));
  // Somebody proposed to exclude what stood here before.
  await tx.delete(exclusion).where(and(eq(exclusion.responseId, id), isNull(exclusion.confirmedAt)));
  await tx.delete(verbatim).where(eq(verbatim.responseId, id));
  const texts = Object.entries(verbatims).map(([item, content]) => verbatimRow(stored.editionId, id, item, content));
  if (texts.length > 0) await tx.insert(verbatim).values(texts);
  await replaceOptionalAnswers(tx, id, changedOn, answers);
  await noteRepeated(tx, [id], gone);
}

const OF_ARRIVAL: readonly QualityFlag[] = ["trap", "burst"];
