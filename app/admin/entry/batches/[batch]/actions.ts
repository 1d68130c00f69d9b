"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import {
  type BatchRefusal,
  type SeenBatch,
  correctExpected,
  finishBatch,
  reopenBatch,
  setKeyedTwice,
} from "@/db/batch-changes";
import { type EntryBatch, findBatch } from "@/db/entry-batches";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { refusedForm, textOf } from "../../../account-form-state";
import { batchAddress } from "../batch-address";
import { readExpected, readFinishReason } from "../read-batch";

type State = AccountFormState | null;

/** Corrects how many sheets a batch has. */
export async function correct(_state: State, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const batch = await batchOf(staff, form);
  const read = readExpected(form, await departmentLocale());
  if (!read.ok) return refusedAct(form, batch, read.error);
  const changed = await correctExpected(staff, seenIn(form, batch), read.value);
  if (changed.ok) redirect(batchAddress(batch));
  return refused(form, batch, "expected", changed.error);
}

/** Finishes a batch whose total matches, or for a reason. */
export async function finish(_state: State, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const batch = await batchOf(staff, form);
  const read = readFinishReason(form, await departmentLocale());
  if (!read.ok) return refusedAct(form, batch, read.error);
  const changed = await finishBatch(staff, seenIn(form, batch), read.value);
  if (changed.ok) redirect(batchAddress(batch));
  return refused(form, batch, changed.error === "uneven" ? "reason" : "finish", changed.error);
}

/** Lets a finished batch take sheets again. */
export async function reopen(_state: State, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const batch = await batchOf(staff, form);
  const changed = await reopenBatch(staff, seenIn(form, batch));
  if (changed.ok) redirect(batchAddress(batch));
  return refused(form, batch, "reopen", changed.error);
}

/** Has the sheets keyed again by another person, or no more of them. */
export async function askForKeying(_state: State, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const batch = await batchOf(staff, form);
  const changed = await setKeyedTwice(staff, seenIn(form, batch), textOf(form, "keyed_twice") === "yes");
  if (changed.ok) redirect(batchAddress(batch));
  return refused(form, batch, "second", changed.error);
}

async function batchOf(staff: Staff, form: FormData): Promise<EntryBatch> {
  return (await findBatch(staff, textOf(form, "batch"))) ?? notFound();
}

// Nothing has revision 0: a form that was tampered with saw no state.
const seenIn = (form: FormData, batch: EntryBatch): SeenBatch => ({
  ...batch,
  revision: Number(textOf(form, "revision")) || 0,
});

async function refused(form: FormData, batch: EntryBatch, field: string, why: BatchRefusal) {
  const t = translator(await departmentLocale(), "batches");
  const { expected, typed } = batch;
  const isAnotherForm = field !== "second" && (batch.finished !== null) !== (field === "reopen");
  // The form that would say so is no longer on the page.
  if (why === "changed-meanwhile" && isAnotherForm) redirect(`${batchAddress(batch)}?refused=${why}`);
  refresh();
  return refusedAct(form, batch, { field, message: t(`errors.${why}`, { typed, expected }) });
}

async function refusedAct(
  form: FormData,
  { name }: Pick<EntryBatch, "name">,
  error: AccountFormState["errors"][number],
) {
  const locale = await departmentLocale();
  const typed = Object.fromEntries(
    ["expected", "reason"].flatMap((key) => (form.has(key) ? [[key, textOf(form, key)]] : [])),
  );
  return refusedForm(locale, translator(locale, "batches")("one.title", { name }), typed, [error]);
}
