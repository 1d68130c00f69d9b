import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import { STAKEHOLDER_GROUP_NAMES, StakeholderGroup } from "../survey/stakeholder-group";

/** What a group of the answers is called; null are those in no group that is shown. */
export function groupWords(value: string | null, locale: Locale): string {
  const group = StakeholderGroup.safeParse(value).data;
  return group ? STAKEHOLDER_GROUP_NAMES[group][locale] : (value ?? translator(locale, "results")("mix.unstated"));
}

/** What a row of the mix is called: of figures for viewers, null are also all whose groups are not shown apart. */
export function mixGroupWords(value: string | null, locale: Locale, isOfShown: boolean): string {
  return isOfShown && value === null ? translator(locale, "crosstab")("rest.group") : groupWords(value, locale);
}
