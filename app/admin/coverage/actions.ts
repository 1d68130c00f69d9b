"use server";

import { notFound, redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { changeEdition } from "@/db/edition-settings";
import { findEdition } from "@/db/editions";
import { translator } from "@/lib/messages/translator";
import { LONGEST_OWNER, ownerOf } from "@/lib/survey/group-owner";
import { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { countCharacters, isStorable } from "@/lib/survey/text";
import { textOf } from "../account-form-state";
import { othersSaved, refusedSave } from "../others-saved";
import { editionTitle } from "../page-title";

/** Keeps which department invites a group of an edition, or says by field what is wrong with its name. */
export async function saveOwner(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/coverage", "administrator");
  const edition = (await findEdition(textOf(form, "edition"))) ?? notFound();
  const group = StakeholderGroup.safeParse(textOf(form, "group")).data ?? notFound();
  const locale = await departmentLocale();
  const t = translator(locale, "coverage");
  const nameIn = (field: string) => textOf(form, field).replace(/\s+/g, " ").trim();
  const typed = { nameZh: nameIn("nameZh"), nameEn: nameIn("nameEn") };
  const errors = Object.entries(typed).flatMap(([field, name]): FieldError[] => {
    if (name === "" || !isStorable(name)) return [{ field, message: t("owner.missing") }];
    if (countCharacters(name) <= LONGEST_OWNER) return [];
    return [{ field, message: t("owner.tooLong", { max: LONGEST_OWNER }) }];
  });
  const title = await editionTitle("nav.coverage", edition.slug);
  const owner = ownerOf(edition.company, group);
  const now = { nameZh: owner["zh-CN"], nameEn: owner.en };
  const saving = { form, typed, now, locale, title };
  const others = othersSaved(saving, (field) => t(`owner.${field as keyof typeof now}`));
  if (others) return others;
  if (errors.length > 0) return refusedSave(saving, errors);
  const owners = { ...edition.company.owners, [group]: { "zh-CN": typed.nameZh, en: typed.nameEn } };
  const company = { ...edition.company, owners };
  const done = await changeEdition(staff, edition.slug, edition.revision, { company });
  if (done.ok) redirect(`/admin/coverage/${edition.slug}/${group}?said=saved`);
  const why = translator(locale, "editions")(`settings.${done.error}`);
  return refusedSave(saving, [{ field: "edit-form", message: why }]);
}
