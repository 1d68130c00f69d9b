import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { resultsOf } from "@/lib/analysis/results";
import { type Published, cellsToPublish, mayPublish } from "@/lib/analysis/suppression";
import { publishedCounts } from "@/lib/analysis/suppression-view";
import type { Instrument } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { type Member, type SeenPage, pageSeen } from "./joint-adversary";
import type { Arrived } from "./random-arrivals";

const ITEMS = 5;
const ASKED_AT = new Date(0);

/** What each dimension has. */
export const byDimension = <T>(of: (by: Dimension) => T) =>
  Object.fromEntries(DIMENSIONS.map((by) => [by, of(by)])) as Record<Dimension, T>;

/** The pages that viewers saw one after the other, looking after every arrival, and the answers that were on them. */
export function shownPages(
  arrivals: readonly Arrived[],
  { k, lost = Infinity, publish = cellsToPublish }: { k: number; lost?: number; publish?: typeof cellsToPublish },
): { pages: Published[]; members: Member[] } {
  const pages: Published[] = [];
  const left = new Map<Arrived, number>();
  let here: Arrived[] = [];
  arrivals.forEach((arrived, at) => {
    here.push(arrived);
    // Every `lost`-th arrival the answer in the middle is taken back.
    const gone = (at + 1) % lost === 0 ? here[Math.floor((here.length - 1) / 2)] : undefined;
    if (gone) here = here.filter((one) => one !== gone);
    if (gone) left.set(gone, pages.length + 1);
    const before = pages.at(-1) ?? null;
    const earlier = pages.map(({ total }) => total);
    const now = { total: tallyOf(here, ITEMS), open: {}, received: at + 1, seal: 0, earlier };
    if (!mayPublish(before, now, k)) return;
    const batch = pages.length + 1;
    for (const one of here) one.batch ||= batch;
    const valued = (by: Dimension) => here.map((one) => ({ ...one, value: one[by] }));
    const cells = byDimension((by) => publish(by, before?.cells[by] ?? [], { ...now, batch }, valued(by), k));
    pages.push({ ...now, batch, cells });
  });
  const gone = (one: Arrived) => left.get(one) ?? Infinity;
  const members = arrivals
    .filter(({ batch }) => batch > 0)
    .map((one) => ({ ...one, came: one.batch, left: gone(one) > pages.length ? Infinity : gone(one) }));
  return { pages, members };
}

/** Such pages as a viewer reads them, by every dimension. */
export function asSeen(pages: readonly Published[], instrument: Instrument = JINCHEN_2024.instrument): SeenPage[] {
  return pages.map((page) => pageSeen(byDimension((by) => resultsOf(instrument, publishedCounts(page, ASKED_AT, by)))));
}
