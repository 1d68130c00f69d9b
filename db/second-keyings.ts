import { eq } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EntryRefusal } from "@/lib/survey/entry";
import {
  type KeyedAnswers,
  type KeyedForm,
  type SecondKeyingRefusal,
  comparedFields,
  differingFields,
  secondKeyingRefusal,
} from "@/lib/survey/second-keying";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { lockForEntry } from "./entries";
import { entryBatch } from "./schema/entry-batch";
import { secondKeying } from "./schema/second-keying";
import { type SheetAnswer, type SheetPlace, lockSheet } from "./sheet-answers";

/**
 * Why a sheet was not keyed again: its edition takes no entries, its batch is not keyed twice, it is not this person's
 * to key, its answer is gone, or it answered another version of the form.
 */
export type KeyingRefusal = EntryRefusal | SecondKeyingRefusal | "not-asked" | "gone" | "other-version";

/**
 * Compares what another person keyed from a sheet with the first keying, and returns in how many fields they differ. It
 * is kept only where they do. The same from the same person, sent again, is the same keying.
 */
export async function insertSecondKeying(
  staff: Staff,
  place: SheetPlace,
  form: KeyedForm & { readonly instrumentId: string },
  answers: KeyedAnswers,
): Promise<Result<number, KeyingRefusal>> {
  return database().transaction(async (tx) => {
    const [batch] = await tx
      .select({ editionId: entryBatch.editionId, keyedTwice: entryBatch.keyedTwice })
      .from(entryBatch)
      .where(eq(entryBatch.id, place.batchId));
    if (!batch?.keyedTwice) return fail("not-asked");
    const refusal = await lockForEntry(tx, batch.editionId);
    if (refusal) return fail(refusal);
    const first = await lockSheet(tx, place);
    if (!first) return fail("untyped");
    if (first.isGone) return fail("gone");
    if (first.instrumentId !== form.instrumentId) return fail("other-version");
    return insertComparison(tx, staff, first, form, answers);
  });
}

async function insertComparison(
  tx: Transaction,
  staff: Staff,
  first: SheetAnswer,
  form: KeyedForm,
  answers: KeyedAnswers,
): Promise<Result<number, KeyingRefusal>> {
  const differing = differingFields(form, first, answers);
  const [earlier] = await tx
    .select({ keyedBy: secondKeying.keyedBy, differing: secondKeying.differing })
    .from(secondKeying)
    .where(eq(secondKeying.responseId, first.responseId));
  if (earlier?.keyedBy === staff.id && earlier.differing.join() === differing.join()) return ok(differing.length);
  const refusal = secondKeyingRefusal({ ...first, secondBy: earlier?.keyedBy ?? null }, staff.id);
  if (refusal) return fail(refusal);
  if (first.enteredBy === null) throw new Error("a sheet is typed by somebody");
  const { ratings, verbatims, stakeholderGroup, topics, quoteConsent } = answers;
  await tx.insert(secondKeying).values({
    responseId: first.responseId,
    firstKeyedBy: first.enteredBy,
    keyedBy: staff.id,
    keyedByName: staff.name,
    compared: comparedFields(form),
    differing,
    ...(differing.length > 0 && { ratings, verbatims, stakeholderGroup, topics: [...topics], quoteConsent }),
  });
  const after = { sheet: first.sheet, differences: differing.length };
  await recordAct(tx, staff, { act: "entry.keyed-again", subject: first.responseId, after });
  return ok(differing.length);
}
