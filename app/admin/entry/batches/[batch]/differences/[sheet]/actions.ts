"use server";

import { notFound, redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { textOf } from "@/app/admin/account-form-state";
import { findBatch } from "@/db/entry-batches";
import { resolveDifference, viewDifference } from "@/db/resolutions";
import { translator } from "@/lib/messages/translator";
import { readSheetNumber } from "@/lib/survey/entry-batch";
import { batchAddress } from "../../../batch-address";
import { formOfVersion } from "../../again/requested-sheet";
import type { DifferenceState } from "./difference-form";
import { readChoices, typedChoices } from "./read-choices";

/** Puts what was chosen in the answer's place, unless somebody resolved the sheet meanwhile. */
export async function resolve(_state: DifferenceState | null, sent: FormData): Promise<DifferenceState> {
  const staff = await requireStaff("/admin/entry/batches", "analyst");
  const locale = await departmentLocale();
  const batch = (await findBatch(staff, textOf(sent, "batch"))) ?? notFound();
  const sheet = readSheetNumber(sent.get("sheet")) ?? notFound();
  const place = { batchId: batch.id, sheet };
  const typed = typedChoices(textOf(sent, "differing").split(" "), sent);
  const t = translator(locale, "batches");
  const refused = (errors: readonly FieldError[]): DifferenceState => {
    const words = translator(locale, "department");
    const title = t("difference.title", { sheet, name: batch.name });
    const n = errors.length;
    return { typed, errors, heading: words("form.heading", { n }), documentTitle: words("formTitle", { n, title }) };
  };
  const open = await viewDifference(staff, place, { isNoted: true });
  if (!open) return refused([{ field: "resolve", message: t("difference.resolved-meanwhile") }]);
  const form = (await formOfVersion(batch.editionSlug, open.instrumentVersion)) ?? notFound();
  const answers = readChoices(form, open, typed, locale);
  if (!answers.ok) return refused(answers.error);
  const resolved = await resolveDifference(staff, form, place, { form, answers: answers.value }, new Date());
  if (resolved.ok) redirect(`${batchAddress(batch)}?resolved=${sheet}`);
  const why = resolved.error;
  const message = why === "resolved-meanwhile" ? t(`difference.${why}`) : translator(locale, "entry")(`refused.${why}`);
  return refused([{ field: "resolve", message }]);
}
