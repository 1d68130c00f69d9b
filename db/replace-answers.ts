import { and, eq, isNull } from "drizzle-orm";
import { likenessOf } from "@/lib/survey/likeness";
import type { OptionalAnswers } from "@/lib/survey/optional-answers";
import type { ResponseContent } from "@/lib/survey/response";
import type { Transaction } from "./client";
import { replaceOptionalAnswers } from "./optional-answers";
import { exclusion } from "./schema/exclusion";
import { response, verbatim } from "./schema/survey";

export type Answers = Pick<ResponseContent, "ratings" | "verbatims"> & OptionalAnswers;

/**
 * Puts new answers in the place of a response's, within a transaction that has locked it. It keeps its receipt, its
 * instrument and the day it came; `changedOn` notes the day of the change. `isWeighed`: others are compared with it, to
 * find a program's, which nobody does with what a colleague typed.
 */
export async function replaceAnswers(
  tx: Transaction,
  id: string,
  { ratings, verbatims, ...answers }: Answers,
  { changedOn, isWeighed }: { changedOn: string; isWeighed: boolean },
): Promise<void> {
  const { stakeholderGroup, quoteConsent } = answers;
  const likeness = isWeighed ? likenessOf({ ratings, verbatims }) : null;
  await tx
    .update(response)
    .set({ ratings, stakeholderGroup, quoteConsent, likeness, changedOn })
    .where(eq(response.id, id));
  // Somebody proposed to exclude what stood here before.
  await tx.delete(exclusion).where(and(eq(exclusion.responseId, id), isNull(exclusion.confirmedAt)));
  await tx.delete(verbatim).where(eq(verbatim.responseId, id));
  const texts = Object.entries(verbatims).map(([item, content]) => ({ responseId: id, item, content }));
  if (texts.length > 0) await tx.insert(verbatim).values(texts);
  await replaceOptionalAnswers(tx, id, changedOn, answers);
}
