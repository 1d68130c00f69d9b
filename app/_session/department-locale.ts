import { cookies } from "next/headers";
import { cookieName } from "./cookie-names";
import { DEFAULT_LOCALE, type Locale, findLocale } from "@/lib/locale";

/** The cookie that keeps a person's choice of language on the department's pages. */
export const LOCALE_COOKIE = "locale";

/** The language of the department's pages for this person. */
export async function departmentLocale(): Promise<Locale> {
  return findLocale((await cookies()).get(cookieName(LOCALE_COOKIE))?.value) ?? DEFAULT_LOCALE;
}
