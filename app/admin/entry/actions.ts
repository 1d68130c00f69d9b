"use server";

import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { logFailure } from "@/app/_observe/log-failure";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { textOf } from "@/app/admin/account-form-state";
import { findEdition } from "@/db/editions";
import { insertEntry } from "@/db/entries";
import { findBatch } from "@/db/entry-batches";
import { isStorageFailure } from "@/db/errors";
import { translator } from "@/lib/messages/translator";
import { readInstrumentVersion } from "@/lib/survey/response";
import { editionTitle } from "../page-title";
import type { EntryState } from "./entry-state";
import { notKeptState, refusedState, savedState } from "./next-state";
import { readEntry, typedIn } from "./read-entry";

/** Keeps the answer that an officer typed, and gives the form for the next one; or what is wrong, with all that was typed. */
export async function saveEntry(_state: EntryState | null, form: FormData): Promise<EntryState> {
  const staff = await requireStaff("/admin/entry", "analyst");
  const locale = await departmentLocale();
  const edition =
    (await findEdition(textOf(form, "edition"), readInstrumentVersion({ instrument: form.get("instrument") }) ?? 0)) ??
    notFound();
  const key = textOf(form, "idempotency_key") || randomUUID();
  const typed = typedIn(edition, form);
  const batch = form.has("batch") ? ((await findBatch(staff, textOf(form, "batch"))) ?? notFound()) : null;
  const around = { staff, edition, batch, locale, title: await editionTitle("nav.entry", edition.slug) };
  const entry = readEntry(edition, typed, key, { now: new Date(), locale, batch });
  if (!entry.ok) return refusedState(around, { key, typed }, entry.error);
  try {
    const outcome = await insertEntry(staff, edition, entry.value.content, entry.value);
    if (outcome.kind === "kept") return await savedState(around, typed, entry.value, outcome.changed);
    return await notKeptState(around, { key, typed }, outcome.reason);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return refusedState(around, { key, typed }, [
      { field: "save", message: translator(locale, "entry")("errors.storage") },
    ]);
  }
}
