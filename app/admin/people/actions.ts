"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { invite, withdrawInvitation } from "@/db/invitations";
import { requireTwoFactor } from "@/db/staff-policy";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../account-form-state";
import { linkMade } from "./one-time-link";
import { roleIn } from "./role-options";

/** Invites somebody and shows their link, once. */
export async function invitePerson(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/people", "administrator");
  const locale = await departmentLocale();
  const t = translator(locale, "people");
  const [email, role] = [textOf(form, "email").trim(), roleIn(form, "role")];
  const errors: FieldError[] = [];
  if (!z.email().max(100).safeParse(email).success) errors.push({ field: "email", message: t("invite.emailMissing") });
  if (!role) errors.push({ field: "role", message: t("invite.roleMissing") });
  if (role && errors.length === 0) {
    const invited = await invite(staff, { email, role });
    if (invited.ok) return linkMade(locale, "invitation", invited.value.token, t("invite.link", { email }));
    errors.push({ field: "email", message: t(`invite.${invited.error}`) });
  }
  return refusedForm(locale, t("title"), { email, ...(role && { role }) }, errors);
}

/** Ends an invitation. */
export async function withdraw(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/people", "administrator");
  await withdrawInvitation(staff, textOf(form, "email"));
  redirect("/admin/people?done=withdrawn");
}

/** Requires a second factor of everybody or of nobody, unless somebody else was quicker. */
export async function changePolicy(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/people", "administrator");
  const [from, to] = [textOf(form, "from"), textOf(form, "two-factor")];
  if (![from, to].every((choice) => choice === "required" || choice === "optional")) redirect("/admin/people");
  const changed = await requireTwoFactor(staff, { from: from === "required", to: to === "required" });
  return redirect(`/admin/people?${changed ? "done=policy" : "refused=changed"}`);
}
