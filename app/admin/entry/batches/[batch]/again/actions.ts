"use server";

import { notFound } from "next/navigation";
import { logFailure } from "@/app/_observe/log-failure";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { textOf } from "@/app/admin/account-form-state";
import { findBatch } from "@/db/entry-batches";
import { isStorageFailure } from "@/db/errors";
import { insertSecondKeying } from "@/db/second-keyings";
import { translator } from "@/lib/messages/translator";
import { readInstrumentVersion } from "@/lib/survey/response";
import type { EntryState } from "../../../entry-state";
import { readEntry, typedIn } from "../../../read-entry";
import { keyingError, refusedKeying, savedKeying } from "./again-state";
import { formOfVersion } from "./requested-sheet";

/** Keeps what a second person keyed from a sheet, and gives the form for the next one; or what is wrong. */
export async function saveKeying(_state: EntryState | null, sent: FormData): Promise<EntryState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const locale = await departmentLocale();
  const batch = (await findBatch(staff, textOf(sent, "batch"))) ?? notFound();
  const version = readInstrumentVersion({ instrument: sent.get("instrument") }) ?? 0;
  const form = (await formOfVersion(batch.editionSlug, version)) ?? notFound();
  const { key, typed } = { key: textOf(sent, "idempotency_key"), typed: typedIn(form, sent) };
  const t = translator(locale, "batches");
  const around = { staff, batch, locale, title: t("again.title", { name: batch.name }) };
  const read = readEntry(form, typed, key, { now: new Date(), locale, batch });
  if (!read.ok) return refusedKeying(around, { key, typed }, read.error);
  const { content, place = notFound() } = read.value;
  try {
    const kept = await insertSecondKeying(staff, place, form, content);
    if (kept.ok) return await savedKeying(around, { ...place, differing: kept.value, typed });
    return await refusedKeying(around, { key, typed }, [keyingError(kept.error, place.sheet, locale)]);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    const message = translator(locale, "entry")("errors.storage");
    return refusedKeying(around, { key, typed }, [{ field: "save", message }]);
  }
}
