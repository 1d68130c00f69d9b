import { eq } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { dayIn } from "@/lib/survey/edition";
import type { EntryRefusal } from "@/lib/survey/entry";
import { type KeyedAnswers, type KeyedForm, changedFields } from "@/lib/survey/second-keying";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { lockForEntry } from "./entries";
import { inListOrder } from "./optional-answers";
import { replaceAnswers } from "./replace-answers";
import { secondKeying } from "./schema/second-keying";
import { staff as staffTable } from "./schema/staff";
import { contact, instrument } from "./schema/survey";
import { type SheetPlace, lockSheet } from "./sheet-answers";

/** A sheet whose two keyings differ, as whoever resolves it reads it. */
export interface OpenDifference {
  readonly responseId: string;
  readonly instrumentVersion: number;
  readonly differing: readonly string[];
  readonly first: KeyedAnswers & { readonly byName: string | null };
  readonly second: KeyedAnswers & { readonly byName: string };
}

/** Why nothing was resolved: the edition takes no changes, or somebody resolved it, or the answer went, meanwhile. */
export type ResolutionRefusal = EntryRefusal | "resolved-meanwhile";

/**
 * The two keyings of a sheet while they differ, and null otherwise. That somebody read the answer is noted in the audit
 * log, unless `isNoted` says that it was.
 */
export async function viewDifference(
  staff: Staff,
  place: SheetPlace,
  { isNoted }: { isNoted: boolean },
): Promise<OpenDifference | null> {
  return database().transaction(async (tx) => {
    const open = await lockDifference(tx, place);
    if (!open) return null;
    const { first, second } = open;
    const [asked] = await tx
      .select({ version: instrument.version })
      .from(instrument)
      .where(eq(instrument.id, first.instrumentId));
    const [typist] = first.enteredBy
      ? await tx.select({ name: staffTable.name }).from(staffTable).where(eq(staffTable.id, first.enteredBy))
      : [];
    if (!isNoted) await recordAct(tx, staff, { act: "response.viewed", subject: first.responseId });
    return {
      responseId: first.responseId,
      instrumentVersion: asked?.version ?? 0,
      differing: second.differing,
      first: { ...first, byName: typist?.name ?? null },
      second: { ...second.answers, byName: second.byName },
    };
  });
}

/**
 * Ends the differences of a sheet: `answers` take the place of the first keying where they are other than it, as in a
 * correction, and the second keying's answers are deleted. A contact stays as it is.
 */
export async function resolveDifference(
  staff: Staff,
  of: Pick<Edition, "id" | "timeZone">,
  place: SheetPlace,
  { form, answers }: { form: KeyedForm; answers: KeyedAnswers },
  now: Date,
): Promise<Result<void, ResolutionRefusal>> {
  return database().transaction(async (tx) => {
    const refusal = await lockForEntry(tx, of.id);
    if (refusal) return fail(refusal);
    const open = await lockDifference(tx, place);
    if (!open) return fail("resolved-meanwhile");
    const { first, second } = open;
    const changed = changedFields(form, first, answers);
    if (changed.length > 0) {
      const [kept] = await tx
        .select({ value: contact.value })
        .from(contact)
        .where(eq(contact.responseId, first.responseId));
      const changedOn = dayIn(of.timeZone, now);
      const corrected = { ...answers, contact: kept?.value ?? null };
      await replaceAnswers(tx, first.responseId, corrected, { changedOn, isWeighed: false });
    }
    const emptied = { ratings: null, verbatims: null, stakeholderGroup: null, topics: null, quoteConsent: null };
    await tx
      .update(secondKeying)
      .set({ ...emptied, resolvedByName: staff.name })
      .where(eq(secondKeying.responseId, first.responseId));
    const after = { sheet: first.sheet, items: second.differing, changed };
    await recordAct(tx, staff, { act: "entry.resolved", subject: first.responseId, after });
    return ok(undefined);
  });
}

/** A sheet's keyings, locked, while they differ; null where there is nothing to resolve, or the answer is gone. */
async function lockDifference(tx: Transaction, place: SheetPlace) {
  const first = await lockSheet(tx, place);
  if (!first || first.isGone) return null;
  const [row] = await tx.select().from(secondKeying).where(eq(secondKeying.responseId, first.responseId));
  if (!row?.ratings || !row.verbatims || !row.topics) return null;
  const { ratings, verbatims, topics, stakeholderGroup, quoteConsent, differing, keyedByName: byName } = row;
  const answers: KeyedAnswers = { ratings, verbatims, topics: inListOrder(topics), stakeholderGroup, quoteConsent };
  return { first, second: { answers, differing, byName } };
}
