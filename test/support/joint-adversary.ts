import type { Results } from "@/lib/analysis/results";
import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import { type Tally, tallyOf } from "@/lib/analysis/crosstab-tally";
import type { Distribution } from "@/lib/analysis/distribution";
import { type Rating, SCORES } from "@/lib/survey/scale";
import { type Row, wholeNumbers } from "./whole-numbers";

/** An answer that some page included: what it says, the page on which it came, and the first one without it. */
export interface Member {
  readonly group: string | null;
  readonly channel: string | null;
  readonly language: string | null;
  readonly ratings: readonly Rating[];
  readonly came: number;
  readonly left: number;
}

/** What a viewer saw at one time: of everybody, and of each value that a breakdown has a row of. */
export interface SeenPage {
  readonly total: Tally;
  readonly cells: Readonly<Record<Dimension, ReadonlyMap<string, Tally>>>;
}

/** Reads a page as a viewer does, from the results that it shows by each dimension. */
export function pageSeen(shown: Readonly<Record<Dimension, Results>>): SeenPage {
  const cellsBy = (by: Dimension) => {
    const rows = shown[by].crosstab?.rows ?? [];
    return [by, new Map(rows.map(({ value, n, ratings }) => [value ?? "", asTally(n, ratings)]))] as const;
  };
  const cells = Object.fromEntries(DIMENSIONS.map(cellsBy)) as Record<Dimension, Map<string, Tally>>;
  const { valid, ratings } = shown.group;
  return { total: asTally(valid, ratings), cells };
}

const PLACES: readonly Rating[] = [...SCORES, null];
const asTally = (n: number, ratings: readonly Distribution[]): Tally => ({
  n,
  items: ratings.map(({ counts, missing }) => [...SCORES.map((score) => counts[score]), missing]),
});

/** Some answers, by what is known of them, and a bound that their number is asked to keep. */
export interface Question {
  readonly values: Readonly<Partial<Record<Dimension, string>>>;
  readonly has: (one: Omit<Member, "ratings">) => boolean;
  readonly least?: number;
  readonly most?: number;
}

/**
 * The adversary: has every page that viewers were ever shown with every breakdown and all items, knows the rules, and
 * knows besides how many answers left between two pages. All of it is one system of whole numbers: how many answers
 * there are of each group, channel and language together that came and left with certain pages, and how many of those
 * gave which score to which item. Any solution is a set of answers, whatever goes with what within it, and the other
 * way round.
 */
export class JointAdversary {
  private readonly cells: { by: Dimension; value: string; page: number; grown: Tally; since: number }[] = [];

  constructor(
    private readonly pages: readonly SeenPage[],
    private readonly leaving: ReadonlyMap<number, number>,
  ) {
    for (const by of DIMENSIONS)
      pages.forEach(({ cells }, at) => {
        for (const [value, tally] of cells[by]) {
          const last = this.cells.findLast((one) => one.by === by && one.value === value);
          if (JSON.stringify(last?.grown) !== JSON.stringify(tally))
            this.cells.push({ by, value, page: at + 1, grown: tally, since: last?.page ?? 0 });
        }
      });
  }

  /** Up to which page the cell of a value reached that stood on a page; 0 for none. */
  reached(by: Dimension, value: string, page: number): number {
    return this.cells.findLast((one) => one.by === by && one.value === value && one.page <= page)?.page ?? 0;
  }

  /** The values of a dimension that stood by themselves on a page. */
  shownOn(page: number, by: Dimension): string[] {
    return [...new Set(this.cells.filter((one) => one.by === by && one.page <= page).map(({ value }) => value))];
  }

  /** Answers that would have made the same pages and keep the question's bounds; null where none can. */
  async world({ values, has, least = 0, most = Infinity }: Question): Promise<Member[] | null> {
    const kinds = this.kindsOf(values);
    const places = this.pages[0]?.total.items.flatMap((row, item) => row.map((_, at) => ({ item, at }))) ?? [];
    const numberAt = (kind: number, place = -1) => kind * (places.length + 1) + place + 1;
    const rows: Row[] = [];
    const sum = (of: (kind: Kind) => number, place: number, from: number, until = from) => {
      const terms = kinds.flatMap((kind, at) => (of(kind) === 0 ? [] : [[of(kind), numberAt(at, place)] as const]));
      rows.push({ terms, least: from, most: until });
    };
    const tally = (of: (kind: Kind) => number, { n, items }: Tally) => {
      sum(of, -1, n);
      places.forEach(({ item, at }, place) => sum(of, place, items[item]?.[at] ?? 0));
    };
    const isOn = (page: number) => (kind: Kind) => Number(kind.came <= page && page < kind.left);
    this.pages.forEach(({ total }, at) => tally(isOn(at + 1), total));
    for (const { by, value, page, grown } of this.cells)
      tally((kind) => (kind[by] === value ? isOn(page)(kind) : 0), grown);
    for (const [page, count] of this.leaving) sum((kind) => Number(kind.left === page), -1, count);
    kinds.forEach((_, at) => {
      for (let item = 0; item * PLACES.length < places.length; item += 1) {
        const own = PLACES.map((__, score) => [1, numberAt(at, item * PLACES.length + score)] as const);
        rows.push({ terms: [...own, [-1, numberAt(at)]], least: 0, most: 0 });
      }
    });
    if (least > 0 || most < Infinity) sum((kind) => Number(has(kind)), -1, least, most);
    const solved = await wholeNumbers(kinds.length * (places.length + 1), rows);
    return solved && kinds.flatMap((kind, at) => peopled(kind, solved.slice(numberAt(at), numberAt(at + 1))));
  }

  /** Every group, channel and language that matters, with every pair of pages to come and leave. */
  private kindsOf(values: Question["values"]): Kind[] {
    const named = (by: Dimension) => {
      const shown = this.cells.filter((one) => one.by === by).map(({ value }) => value);
      const all = by === "language" ? ["zh-CN", "en"] : [...shown, ...(values[by] ? [values[by]] : []), null];
      return [...new Set(all)];
    };
    const spans = this.pages.flatMap((_, at) =>
      [Infinity, ...this.leaving.keys()].filter((left) => left > at + 1).map((left) => ({ came: at + 1, left })),
    );
    return named("group").flatMap((group) =>
      named("channel").flatMap((channel) =>
        named("language").flatMap((language) => spans.map((span) => ({ group, channel, language, ...span }))),
      ),
    );
  }
}

type Kind = Omit<Member, "ratings">;

/** Members of a kind with so many of each score to each item: which goes with which is free. */
function peopled(kind: Kind, [n = 0, ...counts]: readonly number[]): Member[] {
  const items = Array.from({ length: counts.length / PLACES.length }, (_, item) =>
    PLACES.flatMap((place, at) => Array.from({ length: counts[item * PLACES.length + at] ?? 0 }, () => place)),
  );
  return Array.from({ length: n }, (_, at) => ({
    ...kind,
    ratings: items.map((scores, item) => scores[(at + item) % n] ?? null),
  }));
}

/** Whether answers would have made these pages: counted again, without the solver. */
export function wouldMake(members: readonly Member[], pages: readonly SeenPage[]): boolean {
  const adversary = new JointAdversary(pages, new Map());
  const items = pages[0]?.total.items.length ?? 0;
  return pages.every(({ total, cells }, at) => {
    const tallyOn = (page: number, has: (one: Member) => boolean = () => true) => {
      const on = members.filter((one) => one.came <= page && page < one.left && has(one));
      return JSON.stringify(
        tallyOf(
          on.map(({ ratings }) => ({ ratings, count: 1 })),
          items,
        ),
      );
    };
    const cellsFit = DIMENSIONS.every((by) =>
      [...cells[by]].every(([value, tally]) => {
        const page = adversary.reached(by, value, at + 1);
        return JSON.stringify(tally) === tallyOn(page, (one) => one[by] === value);
      }),
    );
    return JSON.stringify(total) === tallyOn(at + 1) && cellsFit;
  });
}
