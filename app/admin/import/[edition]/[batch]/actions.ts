"use server";

import { redirect } from "next/navigation";
import { logFailure } from "@/app/_observe/log-failure";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { acceptImport } from "@/db/import-acceptance";
import { discardImport } from "@/db/import-batches";
import { checkNextRows } from "@/db/import-check";
import { isStorageFailure } from "@/db/errors";
import { suggestedWords } from "@/lib/import/mapping";
import { translator } from "@/lib/messages/translator";
import { importsAddress, stepAddress } from "../../import-addresses";
import { type CheckState, checkState } from "./check-state";
import { keepMapping, refusedMapping } from "./keep-mapping";
import { ratingWords } from "./rating-words";
import { readColumns, readScores } from "./read-mapping";
import { sentImport } from "./sent-import";

const HERE = "/admin/import";

/** Keeps which column of a file is what, and goes on to what its words mean. */
export async function saveColumns(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff(HERE, "analyst");
  const locale = await departmentLocale();
  const { edition, batch, revision } = await sentImport(staff, form);
  const read = readColumns(edition, batch, form, { now: new Date(), locale });
  if (!read.ok) return refusedMapping(locale, edition.slug, form, read.error);
  const { columns } = read.value;
  const found = await ratingWords(staff, edition, batch.id, columns);
  const known = batch.mapping?.words ?? {};
  const suggested = suggestedWords(
    edition,
    found.map(({ word }) => word),
  );
  const words = Object.fromEntries(
    found.flatMap(({ word }) => {
      const score = Object.hasOwn(known, word) ? known[word] : suggested[word];
      return score === undefined ? [] : [[word, score]];
    }),
  );
  return keepMapping({ staff, edition, batch, locale, form, next: "scores" }, revision, { ...read.value, words });
}

/** Keeps what the words of a file's ratings mean, and goes on to the check. */
export async function saveScores(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff(HERE, "analyst");
  const locale = await departmentLocale();
  const { edition, batch, revision } = await sentImport(staff, form);
  if (!batch.mapping) redirect(stepAddress(edition.slug, batch.id, "columns"));
  const mapping = { ...batch.mapping, words: readScores(form) };
  return keepMapping({ staff, edition, batch, locale, form, next: "check" }, revision, mapping);
}

/** Checks the next rows of a file, and says how far it is. */
export async function checkSome(form: FormData): Promise<CheckState> {
  const staff = await requireStaff(HERE, "analyst");
  const { edition, batch, revision } = await sentImport(staff, form);
  const progress = await checkNextRows(staff, edition, { id: batch.id, revision }, new Date());
  return checkState(progress, await departmentLocale());
}

/** Checks every row of a file that is unchecked, for a browser without script. */
export async function checkAll(form: FormData): Promise<void> {
  const staff = await requireStaff(HERE, "analyst");
  const { edition, batch, revision } = await sentImport(staff, form);
  for (;;) {
    const progress = await checkNextRows(staff, edition, { id: batch.id, revision }, new Date());
    if (!progress.ok || progress.value.checked === progress.value.rows) break;
  }
  redirect(stepAddress(edition.slug, batch.id, "check"));
}

/** Takes the answers of a file into its edition, or says why not. */
export async function acceptFile(_state: string | null, form: FormData): Promise<string> {
  const staff = await requireStaff(HERE, "analyst");
  const { edition, batch, revision } = await sentImport(staff, form);
  const t = translator(await departmentLocale(), "import");
  try {
    const isAgain = form.get("again") === "yes";
    const outcome = await acceptImport(staff, edition, { id: batch.id, revision, isAgain }, new Date());
    if (!outcome.ok) return t(`refused.${outcome.error}`);
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return t("refused.storage");
  }
  redirect(stepAddress(edition.slug, batch.id, "check"));
}

/** Forgets a file that waits. */
export async function discardFile(form: FormData): Promise<void> {
  const staff = await requireStaff(HERE, "analyst");
  const { edition, batch } = await sentImport(staff, form);
  const discarded = await discardImport(staff, edition, batch.id);
  redirect(importsAddress(edition.slug, discarded.ok ? undefined : "gone"));
}
