import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { passwordProblem, wordsAbout } from "@/lib/password/password-rules";
import { isStorable } from "@/lib/survey/text";
import { findCompany } from "./company";

/** What is wrong with a typed name, if anything. */
export function nameErrors(locale: Locale, name: string): FieldError[] {
  const t = translator(locale, "people");
  if (name === "") return [{ field: "name", message: t("name.missing") }];
  if (!isStorable(name)) return [{ field: "name", message: t("name.unstorable") }];
  return [...name].length > 100 ? [{ field: "name", message: t("name.too-long") }] : [];
}

/** What is wrong with a new password of somebody, if anything: `about` are their name and e-mail. */
export async function passwordErrors(
  locale: Locale,
  password: string,
  about: readonly string[],
): Promise<FieldError[]> {
  const company = await findCompany();
  const names = company && [company.name, company.shortName].flatMap((name) => Object.values(name));
  const known = company ? [...(names ?? []), company.ticker, company.email, company.website] : [];
  const problem = passwordProblem(password, wordsAbout([...about, ...known, ...SHORT_NAMES]));
  return problem ? [{ field: "password", message: translator(locale, "people")(`password.${problem}`) }] : [];
}

/** What everybody calls this system. */
const SHORT_NAMES = ["esg", "report-feedback", "feedback"];
