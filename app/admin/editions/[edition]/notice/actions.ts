"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { changeEdition } from "@/db/edition-settings";
import { translator } from "@/lib/messages/translator";
import { NOTICE_FIELDS, typedNoticeOf } from "@/lib/survey/notice-settings";
import { parseNotice } from "@/lib/survey/parse-notice";
import { textOf } from "../../../account-form-state";
import { othersSaved, refusedSave } from "../../../others-saved";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
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
  const saving = { form, typed, now: typedNoticeOf(edition), locale, title };
  const others = othersSaved(saving, (field) => noticeFieldLabel(field, locale));
  if (others) return others;

  const settings = parseNotice(typed, edition);
  if (!settings.ok) {
    const wrong = settings.error.map((e) => ({ field: e.field, message: noticeErrorText(e, locale) }));
    return refusedSave(saving, wrong);
  }
  const done = await changeEdition(staff, edition.slug, edition.revision, settings.value);
  if (done.ok) redirect(`${round}?said=saved`);
  return refusedSave(saving, [{ field: "edit-form", message: t(`settings.${done.error}`) }]);
}
