"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enterBySetPassword } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { createFirstAdministrator } from "@/db/staff";
import { translator } from "@/lib/messages/translator";
import { nameErrors, passwordErrors } from "../account-errors";
import { wayOnAfter } from "../entry";
import { refusedForm, textOf } from "../account-form-state";
import { doorTitle } from "../page-title";

/** Creates the first account for the holder of the token and signs them in. */
export async function setUp(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const [name, email] = [textOf(form, "name").trim(), textOf(form, "email").trim()];
  const [token, password] = [textOf(form, "token"), textOf(form, "password")];
  const errors: FieldError[] = [];
  errors.push(...nameErrors(locale, name));
  if (!z.email().safeParse(email).success) errors.push({ field: "email", message: t("setUp.emailMissing") });
  errors.push(...(await passwordErrors(locale, password, [name, email])));
  if (errors.length > 0) return refusedForm(locale, await doorTitle("setUp.title"), { name, email }, errors);

  const created = await createFirstAdministrator(token, { name, email, password });
  // The page itself says why the link no longer works.
  if (!created.ok) redirect(`/admin/set-up?token=${encodeURIComponent(token)}`);
  redirect(wayOnAfter(await enterBySetPassword(email, password)));
}
