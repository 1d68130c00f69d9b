import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { resultsOf } from "@/lib/analysis/results";
import type { Published } from "@/lib/analysis/published";
import { cellsToPublish, mayPublish } from "@/lib/analysis/suppression";
import { publishedCounts } from "@/lib/analysis/suppression-view";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { batchedTallies } from "./batched-tallies";
import { type Member, type SeenPage, pageSeen } from "./joint-adversary";
import type { Arrived } from "./random-arrivals";

const ITEMS = 5;
const ASKED_AT = new Date(0);

/** What each dimension has. */
export const byDimension = <T>(of: (by: Dimension) => T) =>
  Object.fromEntries(DIMENSIONS.map((by) => [by, of(by)])) as Record<Dimension, T>;

interface Looks {
  readonly k: number;
  /** Every so many-th arrival the answer in the middle is taken back. */
  readonly lost?: number;
  readonly publish?: typeof cellsToPublish;
  /** From which arrival on viewers look. */
  readonly from?: number;
  /** After which arrivals the edition is sealed, unsealed, and sealed without so many answers from the middle. */
  readonly resealed?: readonly { readonly at: number; readonly without: number }[];
  readonly may?: typeof mayPublish;
}

/** The pages that viewers saw one after the other, looking after every arrival, and the answers that were on them. */
export function shownPages(
  arrivals: readonly Arrived[],
  { k, lost = Infinity, publish = cellsToPublish, from = 1, resealed = [], may = mayPublish }: Looks,
): { pages: Published[]; members: Member[] } {
  const pages: Published[] = [];
  const left = new Map<Arrived, number>();
  let here: Arrived[] = [];
  let seals = 0;
  const takeBack = () => {
    const gone = here[Math.floor((here.length - 1) / 2)];
    if (gone) here = here.filter((one) => one !== gone);
    if (gone) left.set(gone, pages.length + 1);
  };
  const look = (received: number, seal: number) => {
    const before = pages.at(-1) ?? null;
    const earlier = pages.map(({ total }) => total);
    const now = { total: tallyOf(here, ITEMS), open: {}, received, seal, earlier };
    if (!may(before, now, k)) return;
    const batch = pages.length + 1;
    for (const one of here) one.batch ||= batch;
    const valued = (by: Dimension) =>
      batchedTallies(
        here.map((one) => ({ ...one, value: one[by] })),
        ITEMS,
      );
    const cells = byDimension((by) => publish(by, before?.cells[by] ?? [], { ...now, batch }, valued(by), k));
    pages.push({ ...now, batch, cells });
  };
  for (const [at, arrived] of arrivals.entries()) {
    here.push(arrived);
    if ((at + 1) % lost === 0) takeBack();
    if (at + 1 < from) continue;
    const again = resealed.find((one) => one.at === at + 1);
    look(at + 1, again ? ++seals : 0);
    if (!again) continue;
    for (let taken = 0; taken < again.without; taken += 1) takeBack();
    look(at + 1, ++seals);
  }
  const gone = (one: Arrived) => left.get(one) ?? Infinity;
  const members = arrivals
    .filter(({ batch }) => batch > 0)
    .map((one) => ({ ...one, came: one.batch, left: gone(one) > pages.length ? Infinity : gone(one) }));
  return { pages, members };
}

/** Such pages as a viewer reads them, by every dimension. */
export function asSeen(pages: readonly Published[], k: number, { instrument } = JINCHEN_2024): SeenPage[] {
  const seen = (page: Published, by: Dimension) => publishedCounts(page, { asOf: ASKED_AT, by, k });
  return pages.map((page) => pageSeen(byDimension((by) => resultsOf(instrument, seen(page, by)))));
}
