import type { Edition } from "@/db/editions";
import type { Results } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT, partPercent } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { fieldPeriodText, momentText } from "./dates";
import { ReportHead } from "./report-head";

interface EditionHeadProps {
  readonly title: string;
  readonly edition: Edition;
  /** Quarantined ones by reason, or in one sum. */
  readonly results: Pick<Results, "asOf" | "received" | "valid"> & {
    readonly quarantined: Results["quarantined"] | number;
    readonly onHold?: number;
    readonly excluded?: number;
  };
  readonly locale: Locale;
  /** What is said in the place of the moment, for figures that are of no moment. */
  readonly since?: string | undefined;
  /** Whether what was quarantined stands on the same page. */
  readonly isHere?: boolean;
}

/** The head of a page about one edition: which report, how many answers, and at what moment they were counted. */
export function EditionHead({ title, edition, results, locale, since, isHere = false }: EditionHeadProps) {
  const t = translator(locale, "department");
  const quarantined =
    typeof results.quarantined === "number"
      ? results.quarantined
      : results.quarantined.reduce((sum, { count }) => sum + count, 0);
  return (
    <ReportHead {...{ title, edition, locale }} now={results.asOf}>
      <li>{t("head.valid", { n: results.valid })}</li>
      <li>{t("head.received", { n: results.received })}</li>
      {results.received >= SMALLEST_BASE_FOR_PERCENT && (
        <li>{t("head.validRate", { share: partPercent(results.valid, results.received) ?? 0 })}</li>
      )}
      {quarantined > 0 && (
        <li>
          <a href={`${isHere ? "" : `/admin/results?edition=${edition.slug}`}#quarantine`}>
            {t("head.quarantined", { n: quarantined })}
          </a>
        </li>
      )}
      {(results.onHold ?? 0) > 0 && <li>{t("head.onHold", { n: results.onHold ?? 0 })}</li>}
      {(results.excluded ?? 0) > 0 && <li>{t("head.excluded", { n: results.excluded ?? 0 })}</li>}
      <li>{fieldPeriodText(locale, edition)}</li>
      <li>
        {since ?? (
          <time dateTime={results.asOf.toISOString()}>
            {t("head.asOf", { moment: momentText(locale, edition, results.asOf) })}
          </time>
        )}
      </li>
    </ReportHead>
  );
}
