"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { changeEdition } from "@/db/edition-settings";
import { translator } from "@/lib/messages/translator";
import { NOTICE_FIELDS } from "@/lib/survey/notice-settings";
import { parseNotice } from "@/lib/survey/parse-notice";
import { refusedForm, textOf } from "../../../account-form-state";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
import { noticeErrorText } from "./notice-error-text";

/** Keeps an edition's company and privacy notice, or says by field what is wrong with them. */
export async function saveNotice(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const round = `/admin/editions/${encodeURIComponent(textOf(form, "edition"))}`;
  const { edition } = await requestedEdition(textOf(form, "edition"));
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  const typed = Object.fromEntries(NOTICE_FIELDS.map((name) => [name, textOf(form, name).trim()]));
  const refuse = async (errors: FieldError[]) =>
    refusedForm(locale, await deskTitle(t("notice.title"), t("round", { slug: edition.slug })), typed, errors);

  const settings = parseNotice(typed, edition);
  if (!settings.ok) {
    return refuse(settings.error.map((e) => ({ field: e.field, message: noticeErrorText(e, locale) })));
  }
  const done = await changeEdition(staff, edition.slug, Number(textOf(form, "revision")), settings.value);
  if (done.ok) redirect(`${round}?said=saved`);
  return refuse([{ field: "edit-form", message: t(`settings.${done.error}`) }]);
}
