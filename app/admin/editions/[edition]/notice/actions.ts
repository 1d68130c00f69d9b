"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { changeEdition } from "@/db/edition-settings";
import { translator } from "@/lib/messages/translator";
import { NOTICE_FIELDS, typedNoticeOf } from "@/lib/survey/notice-settings";
import type { FormFields } from "@/lib/survey/others-changes";
import { parseNotice } from "@/lib/survey/parse-notice";
import { refusedForm, textOf } from "../../../account-form-state";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
import { asShown, othersSaved, shownIn } from "../../others-saved";
import { noticeErrorText, noticeFieldLabel } from "./notice-error-text";

/** Keeps an edition's company and notice, or says by field what is wrong with them, or what others changed meanwhile. */
export async function saveNotice(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const round = `/admin/editions/${encodeURIComponent(textOf(form, "edition"))}`;
  const { edition } = await requestedEdition(textOf(form, "edition"));
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  const typed = Object.fromEntries(NOTICE_FIELDS.map((name) => [name, textOf(form, name).trim()]));
  const title = await deskTitle(t("notice.title"), t("round", { slug: edition.slug }));
  const refuse = (errors: FieldError[], goOn: FormFields = typed, shown = shownIn(form)) => ({
    ...refusedForm(locale, title, goOn, errors),
    hidden: asShown(shown),
  });
  const now = typedNoticeOf(edition);
  const others = othersSaved({ form, typed, now, locale }, (field) => noticeFieldLabel(field, locale));
  if (others) return refuse(others.errors, others.goOn, now);

  const settings = parseNotice(typed, edition);
  if (!settings.ok) {
    return refuse(settings.error.map((e) => ({ field: e.field, message: noticeErrorText(e, locale) })));
  }
  const done = await changeEdition(staff, edition.slug, edition.revision, settings.value);
  if (done.ok) redirect(`${round}?said=saved`);
  return refuse([{ field: "edit-form", message: t(`settings.${done.error}`) }]);
}
