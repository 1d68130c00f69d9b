"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { guessOwnPassword } from "@/app/_session/own-password";
import { requireOwner } from "@/app/_session/staff";
import { confirmTwoFactor, renewRecoveryCodes, startTwoFactor } from "@/app/_session/two-factor";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { switchTwoFactorOff } from "@/db/two-factor";
import { isTwoFactorRequired } from "@/db/staff-policy";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../../account-form-state";
import { findCompany } from "../../company";
import type { TwoFactorState } from "./two-factor-form";

const HERE = "/admin/account/two-factor";
const NOTHING = { codes: [], secret: "", uri: "" };
const NO_ERRORS = { typed: {}, errors: [], heading: "", documentTitle: "" };

/** Setting up a second factor: the password shows what to scan, and the first code of the app switches it on. */
export async function setUpTwoFactor(state: TwoFactorState | null, form: FormData): Promise<TwoFactorState> {
  const owner = await requireOwner(HERE);
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const title = t("twoFactor.title");
  if (state && state.uri !== "" && form.has("code")) {
    if (await confirmTwoFactor(owner, textOf(form, "code"))) redirect("/admin/account?done=two-factor");
    const wrong = [{ field: "code", message: t("twoFactor.codeWrong") }];
    return { ...state, ...refusedForm(locale, title, {}, wrong) };
  }
  const password = textOf(form, "password");
  const errors = await guessOwnPassword(owner, password, "password", locale);
  if (errors.length > 0) return { ...NOTHING, ...refusedForm(locale, title, {}, errors) };
  const issuer = (await findCompany())?.shortName[locale] ?? t("twoFactor.issuer");
  const started = await startTwoFactor(password, issuer);
  if (!started) redirect(HERE);
  const secret = new URL(started.uri).searchParams.get("secret") ?? "";
  return { ...NO_ERRORS, ...started, secret };
}

/** New recovery codes, by one's password. */
export async function renewCodes(_state: TwoFactorState | null, form: FormData): Promise<TwoFactorState> {
  const owner = await requireOwner(HERE);
  const locale = await departmentLocale();
  const password = textOf(form, "password");
  const errors = await guessOwnPassword(owner, password, "password", locale);
  const title = translator(locale, "account")("twoFactor.title");
  if (errors.length > 0) return { ...NOTHING, ...refusedForm(locale, title, {}, errors) };
  const codes = await renewRecoveryCodes(owner, password);
  return codes ? { ...NO_ERRORS, ...NOTHING, codes } : redirect(HERE);
}

/** Switches one's second factor off, by one's password, unless it is required. */
export async function endOwnTwoFactor(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const owner = await requireOwner(HERE);
  const locale = await departmentLocale();
  if (await isTwoFactorRequired()) redirect(HERE);
  const errors = await guessOwnPassword(owner, textOf(form, "off-password"), "off-password", locale);
  const title = translator(locale, "account")("twoFactor.title");
  if (errors.length > 0) return refusedForm(locale, title, {}, errors);
  await switchTwoFactorOff(owner, owner.id);
  return redirect("/admin/account?done=two-factor-off");
}
