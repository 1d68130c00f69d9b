"use server";

import { redirect } from "next/navigation";
import { type CodeEntry, enterCode } from "@/app/_session/credentials";
import { departmentLocale } from "@/app/_session/department-locale";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../../account-form-state";

/** The second step of signing in: the code of the app, or a recovery code. */
export async function signInByCode(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const code = textOf(form, "code");
  const entry: CodeEntry | "missing" = code.trim() === "" ? "missing" : await enterCode(code);
  if (entry === "in") return redirect(pathBelowAdmin(form.get("next")));
  return refusedForm(locale, t("code.title"), {}, [{ field: "code", message: t(`code.${entry}`) }]);
}
