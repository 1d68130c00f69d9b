"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireSession } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { changePassword, isPasswordOf } from "@/db/passwords";
import { rename } from "@/db/people";
import { endSession, endSessions } from "@/db/sessions";
import { translator } from "@/lib/messages/translator";
import { nameErrors, passwordErrors } from "../account-errors";
import { refusedForm, textOf } from "../account-form-state";

const HERE = "/admin/account";

/** Gives oneself another name. */
export async function changeOwnName(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const { staff } = await requireSession(HERE);
  const locale = await departmentLocale();
  const name = textOf(form, "name").trim();
  const errors = nameErrors(locale, name);
  if (errors.length > 0) return refusedForm(locale, translator(locale, "account")("title"), { name }, errors);
  await rename(staff, name);
  return redirect(`${HERE}?done=name`);
}

/** Gives oneself another password, with the one that one has. */
export async function changeOwnPassword(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const { staff, sessionId } = await requireSession(HERE);
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const [current, password] = [textOf(form, "current"), textOf(form, "password")];
  const errors: FieldError[] = [];
  if (current === "") errors.push({ field: "current", message: t("password.currentMissing") });
  else if (!(await isPasswordOf(staff, current)))
    errors.push({ field: "current", message: t("password.currentWrong") });
  errors.push(...(await passwordErrors(locale, password, [staff.name, staff.email])));
  if (errors.length > 0) return refusedForm(locale, t("title"), {}, errors);
  await changePassword(staff, password, sessionId);
  return redirect(`${HERE}?done=password`);
}

/** Ends another session of one's own, or all others where the form names none. */
export async function endOwnSessions(form: FormData): Promise<void> {
  const { staff, sessionId } = await requireSession(HERE);
  const session = textOf(form, "session");
  await (session ? endSession(staff, staff.id, session) : endSessions(staff, staff.id, sessionId));
  redirect(`${HERE}?done=sessions`);
}
