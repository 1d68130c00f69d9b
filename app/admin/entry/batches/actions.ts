"use server";

import { notFound, redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { findEdition } from "@/db/editions";
import { beginBatch } from "@/db/entry-batches";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../../account-form-state";
import { batchEntryAddress } from "./batch-address";
import { readBatch } from "./read-batch";

const FIELDS = ["name", "expected", "channel", "received_on", "keyed_twice"] as const;

/** Begins a batch, and goes on to typing its first sheet. */
export async function begin(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const edition = (await findEdition(textOf(form, "edition"))) ?? notFound();
  const locale = await departmentLocale();
  const t = translator(locale, "batches");
  const typed = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)]));
  const read = readBatch(edition, form, { now: new Date(), locale });
  if (!read.ok) return refusedForm(locale, t("title"), typed, read.error);
  const begun = await beginBatch(staff, edition, read.value);
  if (begun.ok) redirect(batchEntryAddress({ id: begun.value, editionSlug: edition.slug }));
  return refusedForm(locale, t("title"), typed, [{ field: "name", message: t(`errors.${begun.error}`) }]);
}
