import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { type ArrivalCount, arrivalsOf, largestChannels } from "@/lib/analysis/arrivals";
import { arrivalsChart } from "@/lib/charts/arrivals-chart";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { channelWords } from "../responses/channel-words";
import styles from "./arrivals-section.module.css";
import { DrawnChart } from "./drawn-chart";

interface ArrivalsSectionProps {
  readonly arrivals: readonly ArrivalCount[];
  readonly edition: Edition;
  readonly locale: Locale;
}

/** More weeks than this are a picture and no table that anybody reads. */
const MOST_WEEKS_IN_TABLE = 60;

/** When answers came and by which channel, as a picture and as a table. For analysts. */
export function ArrivalsSection({ arrivals: counted, edition, locale }: ArrivalsSectionProps) {
  const t = translator(locale, "results");
  const arrivals = arrivalsOf(counted);
  const { weeks, channels } = arrivals;
  if (weeks.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" });
  const heads = weeks.map((week) => day.format(new Date(week)));
  const inWords = ({ code, counts }: (typeof channels)[number]) => ({
    name: code === null ? t("arrivals.noChannel") : channelWords(edition.channels, code, locale),
    counts,
  });
  const named = channels.map(inWords);
  const largest = largestChannels(arrivals, ON_PAGE.channels.length);
  const others = largest.others ? [{ name: t("arrivals.others"), counts: largest.others }] : [];
  const drawn = { weeks: heads, channels: [...largest.channels.map(inWords), ...others] };
  const words = { title: t("arrivals.chart"), description: t("arrivals.spoken", { n: weeks.length }) };
  return (
    <Section id="arrivals" title={t("arrivals.title")} say={t("arrivals.say")}>
      <DrawnChart name={words.title} svg={arrivalsChart(drawn, words, ON_PAGE)} />
      {weeks.length <= MOST_WEEKS_IN_TABLE && (
        <details className={styles.table}>
          <summary>{t("arrivals.table")}</summary>
          <Table
            caption={t("arrivals.chart")}
            columns={[{ head: t("arrivals.week") }, ...named.map(({ name }) => ({ head: name, numeric: true }))]}
          >
            {weeks.map((week, place) => (
              <tr key={week}>
                <th scope="row">{week}</th>
                {named.map(({ name, counts }) => (
                  <Figure key={name}>{counts[place]?.toLocaleString(locale)}</Figure>
                ))}
              </tr>
            ))}
          </Table>
        </details>
      )}
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
