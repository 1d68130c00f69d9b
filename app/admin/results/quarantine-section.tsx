import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import { type ResultsFilter, listedPart } from "@/lib/analysis/results-filter";
import { translator } from "@/lib/messages/translator";
import {
  FASTEST_SECONDS,
  MOST_ALIKE,
  MOST_DUPLICATES,
  MOST_FROM_SENDER,
  SENTENCE_LENGTH,
} from "@/lib/survey/suspicion";
import { listAddress } from "../responses/requested-list";
import styles from "./quarantine-section.module.css";
import type { ResultsView } from "./results-view";

/** What each reason's rule says, with its figures. */
const RULES = {
  seconds: FASTEST_SECONDS,
  twins: MOST_DUPLICATES,
  sentence: SENTENCE_LENGTH,
  fromSender: MOST_ALIKE.fromSender,
  fromAll: MOST_ALIKE.fromAll,
  most: MOST_FROM_SENDER,
};

interface QuarantineSectionProps extends Pick<ResultsView, "results" | "locale" | "edition"> {
  readonly filter: ResultsFilter;
}

/** How many answers are kept apart from the results, and why, each count leading to them; nothing where there are none. */
export function QuarantineSection({ results, locale, edition, filter }: QuarantineSectionProps) {
  const t = translator(locale, "department");
  const reasons = translator(locale, "export");
  const total = results.quarantined.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const count = { head: t("quarantine.count"), numeric: true };
  const listOf = (reason: string) =>
    listAddress({ edition: edition.slug, filter: { ...listedPart(filter), status: "quarantined", reason } });
  return (
    <Section id="quarantine" title={t("quarantine.title")} say={t("quarantine.say", { n: total })}>
      <Table
        caption={t("quarantine.caption")}
        columns={[{ head: t("quarantine.reason") }, count, { head: t("quarantine.rule") }]}
        isCards
      >
        {results.quarantined.map((row) => (
          <tr key={row.reason}>
            <th scope="row">
              {reasons(`reason.${row.reason}`)}
              <span className={styles.code}>{row.reason}</span>
            </th>
            <Figure strong>
              <a href={listOf(row.reason)}>{row.count.toLocaleString(locale)}</a>
            </Figure>
            <td className={styles.rule}>{t(`quarantine.rules.${row.reason}`, RULES)}</td>
          </tr>
        ))}
      </Table>
      <FinePrint>
        <p>{t("quarantine.note")}</p>
      </FinePrint>
    </Section>
  );
}
