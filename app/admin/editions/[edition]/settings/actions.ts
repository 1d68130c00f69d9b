"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { changeEdition } from "@/db/edition-settings";
import { translator } from "@/lib/messages/translator";
import {
  LONGEST_TITLE,
  SETTINGS_FIELDS,
  type SettingsField,
  type TypedSettings,
  parseSettings,
  typedSettingsOf,
} from "@/lib/survey/edition-settings";
import { textOf } from "../../../account-form-state";
import { othersSaved, refusedSave } from "../../../others-saved";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";

/** Keeps an edition's texts and times, or says by field what is wrong with them, or what others changed meanwhile. */
export async function saveSettings(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const round = `/admin/editions/${encodeURIComponent(textOf(form, "edition"))}`;
  const { edition } = await requestedEdition(textOf(form, "edition"));
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  const typed = Object.fromEntries(SETTINGS_FIELDS.map((name) => [name, textOf(form, name).trim()])) as TypedSettings;
  const title = await deskTitle(t("settings.title"), t("round", { slug: edition.slug }));
  const saving = { form, typed, now: typedSettingsOf(edition), locale, title };
  const others = othersSaved(saving, (field) => t(`settings.fields.${field as SettingsField}`));
  if (others) return others;

  const settings = parseSettings(typed, edition, new Date());
  if (!settings.ok) {
    const wrong = settings.error.map(({ field, problem }) => ({
      field,
      message: t(`settings.problems.${problem}`, { field: t(`settings.fields.${field}`), max: LONGEST_TITLE }),
    }));
    return refusedSave(saving, wrong);
  }
  const done = await changeEdition(staff, edition.slug, edition.revision, settings.value);
  if (done.ok) redirect(`${round}?said=saved`);
  return refusedSave(saving, [{ field: "edit-form", message: t(`settings.${done.error}`) }]);
}
