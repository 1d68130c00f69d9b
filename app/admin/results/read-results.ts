import { noteAct } from "@/db/audit";
import type { Edition } from "@/db/editions";
import { type EditionSnapshot, withEditionSnapshot } from "@/db/snapshot";
import type { Verbatim } from "@/db/verbatims";
import { type ComparedYear, compareYears } from "@/lib/analysis/comparison";
import { crosstabOf } from "@/lib/analysis/crosstab";
import { type Doubts, doubtsOf } from "@/lib/analysis/doubts";
import { type Results, resultsOf } from "@/lib/analysis/results";
import type { Staff } from "@/lib/staff";
import { ratingItemsOf } from "@/lib/survey/instrument";
import { type RequestedResults, type ResultsView, mostVerbatims } from "./results-view";

/** Everything that analysts read of a round: the view of everybody, and whether it rests on who is counted. */
export interface WholeView extends Pick<ResultsView, "results" | "verbatims" | "comparison"> {
  readonly doubts: Doubts;
}

/**
 * Reads the figures and the words beside them in one snapshot, so that they agree while answers arrive. For analysts;
 * viewers get theirs from `readShownResults`. What is shown by group, channel or language is noted in the audit log.
 */
export async function readResults(staff: Staff, { edition, before, by }: RequestedResults): Promise<WholeView> {
  const now = await withEditionSnapshot(staff, edition.id, async (snapshot) => {
    const { counts, instrument, patternsBy } = snapshot;
    const year = await yearOf(edition, snapshot);
    const crosstab = by && crosstabOf(by, await patternsBy(by), ratingItemsOf(instrument).length);
    const results = resultsOf(instrument, { ...counts, crosstab });
    return { ...year, results, verbatims: await verbatimsOf(snapshot, results), setAside: await snapshot.setAside() };
  });
  const { results, verbatims, groups, setAside } = now;
  const last = before && results.valid > 0 ? await lastYearOf(staff, before) : null;
  const comparison = last && compareYears(now, last);
  const breakdown = by ?? (comparison?.mix.isShifted ? "group" : null);
  if (breakdown) await noteAct(staff, { act: "crosstab.viewed", subject: edition.slug, after: { breakdown } });
  return { results, verbatims, comparison, doubts: doubtsOf({ results, groups, setAside, comparison }) };
}

/** The round before as something to stand beside; null where nobody answered it. */
async function lastYearOf(staff: Staff, before: Edition): Promise<ComparedYear | null> {
  return withEditionSnapshot(staff, before.id, async (snapshot) => {
    const results = resultsOf(snapshot.instrument, snapshot.counts);
    return results.valid === 0 ? null : { ...(await yearOf(before, snapshot)), results };
  });
}

async function yearOf({ slug }: Edition, { instrument, patternsBy }: EditionSnapshot) {
  const { rows } = crosstabOf("group", await patternsBy("group"), ratingItemsOf(instrument).length);
  return { form: { slug, instrument }, groups: rows };
}

/** The words on every open item: all of them in a small sample, else the newest. */
async function verbatimsOf({ verbatims }: EditionSnapshot, { valid, open }: Results) {
  const limit = mostVerbatims(valid);
  const texts: Record<string, readonly Verbatim[]> = {};
  for (const { key } of open) texts[key] = await verbatims(key, { limit });
  return texts;
}
