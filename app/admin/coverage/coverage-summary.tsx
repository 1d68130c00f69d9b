import type { Edition } from "@/db/editions";
import { type Coverage, FEW_BELOW, groupsThatAre } from "@/lib/analysis/coverage";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { daysLeft } from "@/lib/survey/days-left";
import { STAKEHOLDER_GROUP_NAMES, type StakeholderGroup } from "@/lib/survey/stakeholder-group";
import styles from "./coverage.module.css";

interface CoverageSummaryProps {
  readonly edition: Edition;
  readonly coverage: Coverage;
  readonly now: Date;
  readonly locale: Locale;
}

/** In a few sentences: which of the report's groups are silent or scarcely heard, and how many days are left. */
export function CoverageSummary({ edition, coverage, now, locale }: CoverageSummaryProps) {
  const t = translator(locale, "coverage");
  const names = (groups: readonly StakeholderGroup[]) =>
    groups.map((group) => STAKEHOLDER_GROUP_NAMES[group][locale]).join(t("summary.between"));
  const [silent, few] = [groupsThatAre("silent", coverage), groupsThatAre("few", coverage)];
  const left = daysLeft(edition, now);
  const asked = edition.asks.includes("stakeholder_group");
  const sentences = [
    coverage.total === 0 && t("summary.none"),
    !asked && t("summary.notAsked"),
    asked && silent.length > 0 && t("summary.silent", { n: silent.length, groups: names(silent) }),
    asked && few.length > 0 && t("summary.few", { n: few.length, groups: names(few), below: FEW_BELOW }),
    asked && silent.length + few.length === 0 && t("summary.all", { below: FEW_BELOW }),
    left !== null && t("summary.daysLeft", { n: left }),
  ];
  return (
    <p className={styles.summary}>
      {/* Chinese sentences follow each other without a space. */}
      {sentences.filter(Boolean).join(locale === "zh-CN" ? "" : " ")}
    </p>
  );
}
