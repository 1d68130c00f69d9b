"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cookieAttributes, cookieName } from "@/app/_session/cookie-names";
import { leave } from "@/app/_session/credentials";
import { LOCALE_COOKIE } from "@/app/_session/department-locale";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import { findLocale } from "@/lib/locale";

/** As long as a browser keeps a cookie at all: a choice of language does not wear off. */
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the language that a person chose and shows the same page in it. For anybody: sign-in has the switch too. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = findLocale(form.get("locale"));
  if (locale) (await cookies()).set(cookieName(LOCALE_COOKIE), locale, cookieAttributes(YEAR_SECONDS));
  redirect(pathBelowAdmin(form.get("here")));
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await leave();
  redirect("/admin/sign-in");
}
