import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import { JointAdversary, type Member, type Question, type SeenPage, wouldMake } from "./joint-adversary";

/** A number below k that no page showed, and what the adversary must not be able to say of it. */
interface Hidden {
  readonly name: string;
  readonly values: Question["values"];
  readonly has: Question["has"];
  readonly count: number;
  /** That there was anybody at all, with whatever answers; or only how many they were. */
  readonly secret: "presence" | "number";
}

/** How many hidden numbers were attacked, by how many solutions, and what was found out. */
export interface Attacked {
  readonly hidden: number;
  readonly solved: number;
  readonly told: readonly string[];
}

/**
 * Attacks every hidden number below k: it is safe once other answers are found that would have made the same pages,
 * without anybody of that kind, or with another number of them. What cannot be found was told.
 */
export async function attack(pages: readonly SeenPage[], members: readonly Member[], k: number): Promise<Attacked> {
  if (!wouldMake(members, pages)) throw new Error("these pages are not of these answers");
  const leaving = new Map<number, number>();
  for (const { left } of members) if (left < Infinity) leaving.set(left, (leaving.get(left) ?? 0) + 1);
  const adversary = new JointAdversary(pages, leaving);
  const worlds: Member[][] = [];
  const told: string[] = [];
  const hidden = hiddenNumbers(adversary, pages.length, members, k);
  for (const { name, values, has, count, secret } of hidden) {
    const isSafe = (world: readonly Member[]) =>
      secret === "presence" ? !world.some(has) : world.filter(has).length !== count;
    if (worlds.some(isSafe)) continue;
    const world =
      (await adversary.world({ values, has, most: secret === "presence" ? 0 : count - 1 })) ??
      (secret === "number" ? await adversary.world({ values, has, least: count + 1 }) : null);
    if (!world) told.push(`${secret} of ${count}: ${name}`);
    else if (!wouldMake(world, pages) || !isSafe(world)) throw new Error(`the solver erred: ${name}`);
    else worlds.push(world);
  }
  return { hidden: hidden.length, solved: worlds.length, told };
}

/** Every number of 1 to k−1 answers that viewers never saw apart; those that hide most come first. */
function hiddenNumbers(adversary: JointAdversary, last: number, members: readonly Member[], k: number): Hidden[] {
  const all = Array.from({ length: last }, (_, at) => at + 1).flatMap((until) =>
    DIMENSIONS.flatMap((by) => [
      ...lots(adversary, by, until, members),
      ...rests(adversary, by, until),
      ...gone(by, until, members),
      ...DIMENSIONS.slice(DIMENSIONS.indexOf(by) + 1).flatMap((other) => pairs([by, other], until, members)),
    ]),
  );
  const counted = all.map((one) => ({ ...one, count: members.filter(one.has).length }));
  const small = counted.filter(({ count }) => count > 0 && count < k);
  const rank = ({ secret, count }: Hidden) => (secret === "presence" ? -count : 1);
  return small.toSorted((a, b) => rank(a) - rank(b));
}

type Asked = Omit<Hidden, "count">;

const valuesOf = (by: Dimension, members: readonly Member[]) =>
  [...new Set(members.map((one) => one[by]))].filter((value) => value !== null);
const upTo = (until: number) => Array.from({ length: until }, (_, at) => at + 1);
const within = ({ came, left }: Pick<Member, "came" | "left">, from: number, until: number) =>
  came >= from && came <= until && left > until;

/** Of a value, on a page and come since some page: all that its cell had not reached. */
const lots = (adversary: JointAdversary, by: Dimension, until: number, members: readonly Member[]): Asked[] =>
  valuesOf(by, members).flatMap((value) =>
    upTo(until)
      .filter((from) => from > adversary.reached(by, value, until))
      .map((from) => ({
        name: `${value} of pages ${from}–${until}`,
        values: { [by]: value },
        has: (one) => one[by] === value && within(one, from, until),
        secret: "presence",
      })),
  );

/** Of no value that stood by itself. */
function rests(adversary: JointAdversary, by: Dimension, until: number): Asked[] {
  const shown: readonly (string | null)[] = adversary.shownOn(until, by);
  if (shown.length === 0) return [];
  return upTo(until).map((from) => ({
    name: `not ${shown.join("/")} of pages ${from}–${until}`,
    values: {},
    has: (one) => !shown.includes(one[by]) && within(one, from, until),
    secret: "number",
  }));
}

/** Of a value, gone between two pages. */
const gone = (by: Dimension, page: number, members: readonly Member[]): Asked[] =>
  valuesOf(by, members).map((value) => ({
    name: `${value} gone before page ${page}`,
    values: { [by]: value },
    has: (one) => one[by] === value && one.left === page,
    secret: "presence",
  }));

/** Of two dimensions' values together, which no page shows. */
const pairs = ([one, other]: readonly [Dimension, Dimension], until: number, members: readonly Member[]): Asked[] =>
  valuesOf(one, members).flatMap((a) =>
    valuesOf(other, members).flatMap((b) =>
      upTo(until).map((from) => ({
        name: `${a} and ${b} of pages ${from}–${until}`,
        values: { [one]: a, [other]: b },
        has: (answer) => answer[one] === a && answer[other] === b && within(answer, from, until),
        secret: "number",
      })),
    ),
  );
