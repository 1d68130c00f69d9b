"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { makeNextEdition } from "@/db/next-edition";
import { translator } from "@/lib/messages/translator";
import { nextSlug } from "@/lib/survey/next-edition";
import { refusedForm, textOf } from "../../../account-form-state";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";

/** Makes next year's edition and goes on to what must be looked at in it. */
export async function makeNext(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const { edition } = await requestedEdition(textOf(form, "edition"));
  const made = await makeNextEdition(staff, edition, new Date());
  if (made.ok) redirect(`/admin/editions/${made.value}/checklist`);
  const locale = await departmentLocale();
  const t = translator(locale, "nextEdition");
  const slug = nextSlug(edition.slug);
  const error = { field: "edit-form", message: t(made.error, { slug }) };
  return refusedForm(locale, await deskTitle(t("title", { slug })), {}, [error]);
}
