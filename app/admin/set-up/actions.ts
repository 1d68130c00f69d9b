"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enterCredentials } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { createFirstAdministrator } from "@/db/staff";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../account-form-state";
import { doorTitle } from "../page-title";

/** Creates the first account for the holder of the token and signs them in. */
export async function setUp(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const [name, email] = [textOf(form, "name").trim(), textOf(form, "email").trim()];
  const [token, password] = [textOf(form, "token"), textOf(form, "password")];
  const errors: FieldError[] = [];
  if (name === "") errors.push({ field: "name", message: t("setUp.nameMissing") });
  if (name.length > 100) errors.push({ field: "name", message: t("setUp.nameTooLong") });
  if (!z.email().safeParse(email).success) errors.push({ field: "email", message: t("setUp.emailMissing") });
  // Length alone: it is what makes a password hard to guess; 128 bounds the work of hashing.
  if (password.length < 12) errors.push({ field: "password", message: t("setUp.passwordTooShort") });
  if (password.length > 128) errors.push({ field: "password", message: t("setUp.passwordTooLong") });
  if (errors.length > 0) return refusedForm(locale, await doorTitle("setUp.title"), { name, email }, errors);

  const created = await createFirstAdministrator(token, { name, email, password });
  // The page itself says why the link no longer works.
  if (!created.ok) redirect(`/admin/set-up?token=${encodeURIComponent(token)}`);
  await enterCredentials(email, password);
  redirect("/admin");
}
