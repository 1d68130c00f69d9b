"use server";

import { redirect } from "next/navigation";
import { enterBySetPassword } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { findReset, resetPassword } from "@/db/passwords";
import { translator } from "@/lib/messages/translator";
import { passwordErrors } from "../account-errors";
import { wayOnAfter } from "../entry";
import { refusedForm, textOf } from "../account-form-state";

/** Sets the new password of a link's holder and signs them in. */
export async function setNewPassword(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const locale = await departmentLocale();
  const [token, password] = [textOf(form, "token"), textOf(form, "password")];
  const owner = await findReset(token);
  // The page itself says why the link no longer works.
  const dead = `/admin/new-password?token=${encodeURIComponent(token)}`;
  if (!owner) return redirect(dead);
  const errors = await passwordErrors(locale, password, [owner.name, owner.email]);
  if (errors.length > 0) return refusedForm(locale, translator(locale, "people")("resetPage.title"), {}, errors);
  if (!(await resetPassword(token, password))) return redirect(dead);
  return redirect(wayOnAfter(await enterBySetPassword(owner.email, password)));
}
