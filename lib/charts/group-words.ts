import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import { STAKEHOLDER_GROUP_NAMES, StakeholderGroup } from "../survey/stakeholder-group";

/** What a group of the answers is called; null are those in no group that is shown. */
export function groupWords(value: string | null, locale: Locale): string {
  const group = StakeholderGroup.safeParse(value).data;
  return group ? STAKEHOLDER_GROUP_NAMES[group][locale] : (value ?? translator(locale, "results")("mix.unstated"));
}
