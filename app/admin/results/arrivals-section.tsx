import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { type Arrivals, MOST_WEEKS, arrivalsOf, isFirstOfYear, largestChannels } from "@/lib/analysis/arrivals";
import { arrivalsChart } from "@/lib/charts/arrivals-chart";
import type { Locale } from "@/lib/locale";
import { shortDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { channelWords } from "../responses/channel-words";
import styles from "./arrivals-section.module.css";
import { DrawnChart } from "./drawn-chart";
import type { DaysView } from "./read-results";

interface ArrivalsSectionProps {
  readonly days: Promise<DaysView>;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** When answers came and by which channel, as a picture and as a table. For analysts. */
export async function ArrivalsSection({ days, edition, locale }: ArrivalsSectionProps) {
  const t = translator(locale, "results");
  const arrivals = arrivalsOf((await days).arrivals);
  const { unit, periods, channels } = arrivals;
  if (periods.length === 0) return null;
  const inWords = ({ code, counts }: (typeof channels)[number]) => ({
    code,
    name: code === null ? t("arrivals.noChannel") : channelWords(edition.channels, code, locale),
    counts,
  });
  const named = channels.map(inWords);
  const largest = largestChannels(arrivals, ON_PAGE.channels.length);
  const others = largest.others ? [{ name: t("arrivals.others"), counts: largest.others }] : [];
  const drawn = { periods: namesOf(arrivals, locale), channels: [...largest.channels.map(inWords), ...others] };
  const title = t(`arrivals.${unit}.chart`);
  const words = { title, description: t(`arrivals.${unit}.spoken`, { n: periods.length }) };
  return (
    <Section id="arrivals" title={t("arrivals.title")} say={t(`arrivals.${unit}.say`, { most: MOST_WEEKS })}>
      <DrawnChart name={title} svg={arrivalsChart(drawn, words, ON_PAGE)} />
      <details className={styles.table}>
        <summary>{t("arrivals.table")}</summary>
        <Table
          caption={title}
          columns={[{ head: t(`arrivals.${unit}.from`) }, ...named.map(({ name }) => ({ head: name, numeric: true }))]}
        >
          {periods.map((from, place) => (
            <tr key={from}>
              <th scope="row">{unit === "week" ? from : from.slice(0, "2026-12".length)}</th>
              {named.map(({ code, counts }) => (
                <Figure key={code}>{counts[place]?.toLocaleString(locale)}</Figure>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </Section>
  );
}

/** What stands below the bars: day or month, and the year where another begins. */
function namesOf({ unit, periods }: Arrivals, locale: Locale) {
  return periods.map((from, place) => ({
    name: shortDay(from, unit, locale),
    year: isFirstOfYear(periods, place) ? shortDay(from, "year", locale) : null,
  }));
}

const ON_PAGE = {
  ink: "var(--ink)",
  words: "var(--ink-2)",
  line: "var(--line)",
  paper: "none",
  channels: ["var(--shade-1)", "var(--shade-2)", "var(--shade-3)", "var(--shade-4)"],
};
