"use server";

import { redirect } from "next/navigation";
import { enterBySetPassword } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { acceptInvitation, findInvitation } from "@/db/invitations";
import { translator } from "@/lib/messages/translator";
import { nameErrors, passwordErrors } from "../account-errors";
import { wayOnAfter } from "../entry";
import { refusedForm, textOf } from "../account-form-state";

/** Makes the account of an invitation's holder and signs them in. */
export async function accept(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  if (isSignOnOnly()) redirect("/admin/sign-in");
  const locale = await departmentLocale();
  const [token, name, password] = [textOf(form, "token"), textOf(form, "name").trim(), textOf(form, "password")];
  const invitation = await findInvitation(token);
  // The page itself says why the link no longer works.
  const dead = `/admin/invitation?token=${encodeURIComponent(token)}`;
  if (!invitation) return redirect(dead);
  const about = [name, invitation.email];
  const errors = [...nameErrors(locale, name), ...(await passwordErrors(locale, password, about))];
  if (errors.length > 0) return refusedForm(locale, translator(locale, "people")("acceptTitle"), { name }, errors);
  if (!(await acceptInvitation(token, { name, password }))) return redirect(dead);
  return redirect(wayOnAfter(await enterBySetPassword(invitation.email, password)));
}
