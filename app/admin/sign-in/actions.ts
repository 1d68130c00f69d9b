"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enterCredentials } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { translator } from "@/lib/messages/translator";
import { wayOn, waitText } from "../entry";
import { refusedForm, textOf } from "../account-form-state";
import { doorTitle } from "../page-title";

/** Signs in and goes on to `next`. An unknown e-mail and a wrong password give the same answer, also in how often. */
export async function signIn(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  if (isSignOnOnly()) redirect("/admin/sign-in");
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const email = textOf(form, "email").trim();
  const password = textOf(form, "password");
  const errors: FieldError[] = [];
  if (!z.email().safeParse(email).success) errors.push({ field: "email", message: t("signIn.emailMissing") });
  if (password === "") errors.push({ field: "password", message: t("signIn.passwordMissing") });
  if (errors.length === 0) {
    const next = pathBelowAdmin(form.get("next"));
    const guess = await enterCredentials(email, password);
    if (guess && "right" in guess) redirect(wayOn(guess.right, next));
    errors.push({ field: "email", message: guess ? waitText(locale, guess.waitsUntil) : t("signIn.refused") });
  }
  return refusedForm(locale, await doorTitle("signIn.title"), { email }, errors);
}
