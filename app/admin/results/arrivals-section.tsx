import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { arrivalsOf } from "@/lib/analysis/arrivals";
import { type ResultsFilter, resultsQuery } from "@/lib/analysis/results-filter";
import { arrivalsChart, widthNeeded } from "@/lib/charts/arrivals-chart";
import { arrivalsContent } from "@/lib/charts/arrivals-content";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./arrivals-section.module.css";
import { DrawnChart } from "./drawn-chart";
import type { DaysView } from "./read-results";

interface ArrivalsSectionProps {
  readonly days: Promise<DaysView>;
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** When answers came and by which channel, as a picture, also to be taken away, and as a table. For analysts. */
export async function ArrivalsSection({ days, edition, filter, locale }: ArrivalsSectionProps) {
  const t = translator(locale, "results");
  const arrivals = arrivalsOf((await days).arrivals);
  if (arrivals.periods.length === 0) return null;
  const { title, say, description, drawn, table } = arrivalsContent(arrivals, edition.channels, locale);
  const query = new URLSearchParams(resultsQuery({ ...filter, compare: null })).toString();
  const look = { colours: ON_PAGE, width: widthNeeded(drawn), isTitled: false };
  const address = (format: string) => `/admin/exports/${edition.slug}/arrivals.${format}${query && `?${query}`}`;
  return (
    <Section id="arrivals" title={t("arrivals.title")} say={say}>
      <DrawnChart name={title} svg={arrivalsChart(drawn, { title, description }, look)} />
      <p className={styles.files}>
        <a href={address("svg")}>{t("arrivals.svg")}</a>
        <a href={address("png")}>{t("arrivals.png")}</a>
      </p>
      <details className={styles.table}>
        <summary>{t("arrivals.table")}</summary>
        <Table
          caption={title}
          columns={[{ head: table.head }, ...table.channels.map(({ name }) => ({ head: name, numeric: true }))]}
        >
          {table.rows.map((from, place) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              {table.channels.map(({ code, counts }) => (
                <Figure key={code}>{counts[place]?.toLocaleString(locale)}</Figure>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </Section>
  );
}

const ON_PAGE = {
  ink: "var(--ink)",
  words: "var(--ink-2)",
  line: "var(--line)",
  paper: "none",
  channels: ["var(--shade-1)", "var(--shade-2)", "var(--shade-3)", "var(--shade-4)"],
};
