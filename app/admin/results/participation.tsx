import { Section } from "@/app/_ui/desk/section";
import { FEW_BELOW } from "@/lib/analysis/coverage";
import type { GroupRow } from "@/lib/analysis/group-mix";
import { participationOf } from "@/lib/analysis/participation";
import { groupWords } from "@/lib/charts/group-words";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";

interface ParticipationProps {
  readonly groups: readonly GroupRow[];
  readonly locale: Locale;
}

/** Who took part, in words while they are few: nothing where one group alone is asked for. */
export function Participation({ groups, locale }: ParticipationProps) {
  const t = translator(locale, "results");
  if (groups.length === 0) return null;
  const { stated, unstated, heard, few, silent } = participationOf(groups);
  const list = (names: readonly string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const named = (some: readonly StakeholderGroup[]) => list(some.map((group) => groupWords(group, locale)));
  const counted = heard.map(({ group, n }) => t("participation.counted", { group: groupWords(group, locale), n }));
  const sentences = [
    stated === 0 ? t("participation.nobody") : t("participation.stated", { n: stated, unstated }),
    heard.length > 0 && t("participation.heard", { groups: list(counted) }),
    few.length > 0 && t("participation.few", { groups: named(few), few: FEW_BELOW }),
    silent.length > 0 && t("participation.silent", { groups: named(silent) }),
  ];
  return (
    <Section
      id="participation"
      title={t("participation.title")}
      say={sentences.filter(Boolean).join(locale === "en" ? " " : "")}
    />
  );
}
