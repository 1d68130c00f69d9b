"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { guessOwnPassword } from "@/app/_session/own-password";
import { requireOwner, requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { changePassword } from "@/db/passwords";
import { rename } from "@/db/people";
import { endSession, endSessions } from "@/db/sessions";
import { translator } from "@/lib/messages/translator";
import { nameErrors, passwordErrors } from "../account-errors";
import { refusedForm, textOf } from "../account-form-state";

const HERE = "/admin/account";

/** Gives oneself another name. */
export async function changeOwnName(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff(HERE);
  const locale = await departmentLocale();
  const name = textOf(form, "name").trim();
  const errors = nameErrors(locale, name);
  if (errors.length > 0) return refusedForm(locale, translator(locale, "account")("title"), { name }, errors);
  await rename(staff, name);
  return redirect(`${HERE}?done=name`);
}

/** Gives oneself another password, with the one that one has. */
export async function changeOwnPassword(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff(HERE);
  const owner = await requireOwner(HERE);
  const locale = await departmentLocale();
  const [current, password] = [textOf(form, "current"), textOf(form, "password")];
  const errors = [
    ...(await guessOwnPassword(owner, current, "current", locale)),
    ...(await passwordErrors(locale, password, [staff.name, staff.email])),
  ];
  if (errors.length > 0) return refusedForm(locale, translator(locale, "account")("title"), {}, errors);
  await changePassword(staff, password, owner.sessionId);
  return redirect(`${HERE}?done=password`);
}

/** Ends another session of one's own, or all others where the form names none. */
export async function endOwnSessions(form: FormData): Promise<void> {
  const staff = await requireStaff(HERE);
  const { sessionId } = await requireOwner(HERE);
  const session = textOf(form, "session");
  await (session ? endSession(staff, staff.id, session) : endSessions(staff, staff.id, sessionId));
  redirect(`${HERE}?done=sessions`);
}
