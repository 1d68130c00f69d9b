import { setTimeout } from "node:timers/promises";
import type { ArrivalCounts } from "@/db/arrivals";
import { noteAct } from "@/db/audit";
import type { Edition } from "@/db/editions";
import { type EditionSnapshot, withEditionSnapshot } from "@/db/snapshot";
import { readInTwoParts } from "@/db/two-parts";
import type { Verbatim } from "@/db/verbatims";
import { type ComparedYear, compareYears } from "@/lib/analysis/comparison";
import { type CountedArrivals, arrivalsOf } from "@/lib/analysis/arrivals";
import { type CrowdedDay, crowdedDays, daysWorthCounting } from "@/lib/analysis/crowded-days";
import { type Crosstab, DIMENSIONS, type Dimension, crosstabOf } from "@/lib/analysis/crosstab";
import { type Doubts, doubtsOf } from "@/lib/analysis/doubts";
import { type Results, resultsOf } from "@/lib/analysis/results";
import type { GroupRow } from "@/lib/analysis/group-mix";
import { hasPart, hidesWords, isNarrowed, notedPart, type ResultsFilter } from "@/lib/analysis/results-filter";
import type { AuditedState } from "@/lib/audit";
import type { Staff } from "@/lib/staff";
import type { LastYear } from "./part-note";
import { type AnalysedResults, type ResultsView, mostVerbatims } from "./results-view";

/** What is told by days. */
export interface DaysView {
  /** The days on which much of a group's voice was given. */
  readonly crowded: readonly CrowdedDay[];
  /** Valid answers by week or month, and channel. */
  readonly arrivals: CountedArrivals;
}

/** Everything that analysts read of a round: the view of everybody, and whether it rests on who is counted. */
export interface WholeView extends Pick<ResultsView, "results" | "verbatims" | "comparison"> {
  readonly doubts: Doubts;
  /** Who answered, by group; empty of one group alone. */
  readonly groups: readonly GroupRow[];
  /** Of the same moment, and still counted while the rest is shown. */
  readonly days: Promise<DaysView>;
  readonly lastYear: LastYear;
}

/**
 * Milliseconds in which a question is on its way, by two letters with an answer between: then the database counts while this
 * process reckons.
 */
const UNTIL_ASKED = 5;

/**
 * Reads the figures and the words beside them in one snapshot, so that they agree while answers arrive. For analysts;
 * viewers get theirs from `readShownResults`. The audit log notes what `noteLook` says.
 */
export async function readResults(staff: Staff, asked: AnalysedResults): Promise<WholeView> {
  const { edition, by, filter } = asked;
  const first = async (snapshot: EditionSnapshot) => {
    const reckon = async () => {
      await setTimeout(UNTIL_ASKED);
      const year = await yearOf(edition, filter, snapshot);
      return { ...year, whole: resultsOf(snapshot.instrument, snapshot.counts), setAside: snapshot.setAside() };
    };
    const isReckoned = by === null || (by === "group" && filter.group === null);
    const broken = isReckoned ? null : crosstabBy(by, snapshot);
    const [crosstab, flagged, { whole, ...year }] = await Promise.all([broken, snapshot.flagged(), reckon()]);
    const results = { ...whole, crosstab: crosstab ?? (by && year.byGroup) };
    return { ...year, results, flagged, verbatims: await verbatimsOf(snapshot, results, filter) };
  };
  const rest = async (snapshot: EditionSnapshot, { groups }: Awaited<ReturnType<typeof first>>) => {
    const { days, ...arrivals } = await snapshot.arrivals();
    return { arrivals, crowded: await crowdedDaysOf(snapshot, days, groups, filter) };
  };
  const [{ first: now, rest: days }, before] = await Promise.all([
    readInTwoParts(staff, edition.id, { first, rest }, filter),
    lastYearOf(staff, asked),
  ]);
  const { results, verbatims } = now;
  const last = results.valid === 0 ? "none" : before;
  const comparison = typeof last === "string" ? null : compareYears(now, last);
  const breakdown = by ?? (comparison?.mix.isShifted ? "group" : null);
  await noteLook(staff, edition, { ...(breakdown && { breakdown }), ...notedPart(filter) });
  const doubts = doubtsOf({ ...now, comparison });
  const lastYear = typeof last === "string" ? last : "shown";
  return { results, verbatims, comparison, doubts, groups: now.groups, days, lastYear };
}

/**
 * What files hold of the same, without the words: the figures for a picture, and for a workbook every breakdown that the
 * part leaves as well, what is doubted, and when answers came.
 */
export async function readForFile(staff: Staff, asked: Omit<AnalysedResults, "by">, isWorkbook: boolean) {
  const { edition, filter } = asked;
  const read = async (snapshot: EditionSnapshot) => {
    const year = await yearOf(edition, filter, snapshot);
    const now = { ...year, results: resultsOf(snapshot.instrument, snapshot.counts) };
    if (!isWorkbook) return { ...now, crosstabs: [], doubted: null };
    const crosstabs: Crosstab[] = [];
    for (const by of DIMENSIONS.filter((one) => filter[one] === null))
      crosstabs.push((by === "group" && year.byGroup) || (await crosstabBy(by, snapshot)));
    const doubted = { setAside: snapshot.setAside(), flagged: await snapshot.flagged() };
    const { days, ...arrivals } = await snapshot.arrivals();
    const crowded = await crowdedDaysOf(snapshot, days, year.groups, filter);
    return { ...now, crosstabs, doubted: { ...doubted, crowded, arrivals: arrivalsOf(arrivals) } };
  };
  const [{ doubted, ...now }, before] = await Promise.all([
    withEditionSnapshot(staff, edition.id, read, filter),
    lastYearOf(staff, asked),
  ]);
  const { results, crosstabs } = now;
  const last = results.valid === 0 ? "none" : before;
  const comparison = typeof last === "string" ? null : compareYears(now, last);
  if (!doubted) return { results, comparison, crosstabs };
  const { crowded, arrivals } = doubted;
  return { results, comparison, crosstabs, crowded, arrivals, doubts: doubtsOf({ ...now, ...doubted, comparison }) };
}

/** When the answers of a part came, for a picture that leaves the page. For analysts. */
export async function readArrivals(staff: Staff, edition: Edition, filter: ResultsFilter) {
  const read = async ({ counts, arrivals }: EditionSnapshot) => ({
    asOf: counts.asOf,
    arrivals: arrivalsOf(await arrivals()),
  });
  return withEditionSnapshot(staff, edition.id, read, filter);
}

/** Of everybody: of a part it is not known how much of a group's whole voice a day holds. */
async function crowdedDaysOf(
  { dayCounts }: EditionSnapshot,
  days: ArrivalCounts["days"],
  groups: readonly GroupRow[],
  filter: ResultsFilter,
) {
  if (isNarrowed(filter)) return [];
  return crowdedDays(await dayCounts(daysWorthCounting(days, groups)), groups);
}

/**
 * Notes in the audit log by what ratings were broken down (`breakdown`, also where a shift of the mix showed groups unasked)
 * and to what results or words were narrowed. A look at everybody without a breakdown is not noted: beside groups and
 * channels it shows only how many answers they gave, and ratings of all of them together.
 */
export async function noteLook(staff: Staff, { slug }: Edition, after: AuditedState): Promise<void> {
  if (Object.keys(after).length > 0) await noteAct(staff, { act: "crosstab.viewed", subject: slug, after });
}

/** The same part of the round before as something to stand beside, or why there is none. */
async function lastYearOf(staff: Staff, { before, filter }: Omit<AnalysedResults, "by">) {
  if (!before) return "none";
  if (filter.compare === "none") return "left-out";
  if (!hasPart(filter, before.channels)) return "no-channel";
  const read = async (snapshot: EditionSnapshot): Promise<ComparedYear | "nobody"> => {
    const results = resultsOf(snapshot.instrument, snapshot.counts);
    return results.valid === 0 ? "nobody" : { ...(await yearOf(before, filter, snapshot)), results };
  };
  return withEditionSnapshot(staff, before.id, read, filter);
}

/** A year to compare; of one group alone there is no mix of groups. */
async function yearOf({ slug }: Edition, { group }: ResultsFilter, snapshot: EditionSnapshot) {
  const byGroup = group === null ? await crosstabBy("group", snapshot) : null;
  return { form: { slug, instrument: snapshot.instrument }, byGroup, groups: byGroup?.rows ?? [] };
}

async function crosstabBy(by: Dimension, { talliesBy }: EditionSnapshot) {
  return crosstabOf(by, await talliesBy(by));
}

/** The words on every open item: all of them in a small sample, else the newest; none of a group of few. */
async function verbatimsOf({ verbatims }: EditionSnapshot, { valid, open }: Results, part: ResultsFilter) {
  const limit = mostVerbatims(valid);
  const texts: Record<string, readonly Verbatim[]> = {};
  for (const { key, base } of open)
    texts[key] = base === 0 || hidesWords(part, valid) ? [] : await verbatims(key, { limit });
  return texts;
}
