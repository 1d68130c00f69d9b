import { and, count, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { DimensionTally } from "@/lib/analysis/crosstab";
import { SET_ASIDE, type SetAsidePattern } from "@/lib/analysis/doubts";
import type { EditionCounts } from "@/lib/analysis/results";
import { patternsIn, tallyIn } from "@/lib/analysis/patterns";
import { EVERYBODY, type Part, isNarrowed } from "@/lib/analysis/results-filter";
import { everythingAsked } from "@/lib/survey/everything-asked";
import { type Instrument, itemsOf } from "@/lib/survey/instrument";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { countPatterns, countPatternsOfEach } from "./pattern-counts";
import { instrument, response, verbatim } from "./schema/survey";
import { isSetAside, validIn } from "./standing";

/** A published version of the edition's form, and the responses that answered it. */
type Version = Awaited<ReturnType<typeof countVersions>>[number];

/** Every published version of an edition's form, newest first, within a snapshot. */
export function publishedVersions(tx: Transaction, editionId: string) {
  return tx
    .select({ id: instrument.id, document: instrument.document, asks: instrument.asks })
    .from(instrument)
    .where(and(eq(instrument.editionId, editionId), isNotNull(instrument.publishedAt)))
    .orderBy(desc(instrument.version));
}

/**
 * The versions of an edition's form with what a part of the responses answered them: those that count by group, and those
 * set aside by status and reason. Everybody is counted over two indexes alone, without the rows.
 */
export async function countVersions(
  tx: Transaction,
  editionId: string,
  versions: Awaited<ReturnType<typeof publishedVersions>>,
  part: Part = EVERYBODY,
) {
  // Counted together, Postgres guesses twice as many groups as there are, and would then rather count with one core.
  if (isNarrowed(part)) await tx.execute(sql`select set_config('parallel_tuple_cost', '0.001', true)`);
  // What takes longest is asked first: small questions wait for this process as much as for the database.
  const counting = versions.map(({ id }) => countValid(tx, editionId, part, id));
  const [everythingAside, ...validByVersion] = await Promise.all([countSetAside(tx, editionId, part), ...counting]);
  return versions.map((version, place) => {
    const answers = validByVersion[place] ?? [];
    const setAside = everythingAside.filter(({ instrumentId }) => instrumentId === version.id);
    const valid = sumOf(answers);
    return { ...version, answers, setAside, valid, received: valid + sumOf(setAside) };
  });
}

/** Those that count of one version, by group. */
function countValid(tx: Transaction, editionId: string, part: Part, version: string) {
  const { instrumentId, stakeholderGroup } = response;
  const condition = and(validIn(editionId, part), eq(instrumentId, version));
  return isNarrowed(part)
    ? countPatterns(tx, { value: stakeholderGroup }, sql`${response} where ${condition}`)
    : countPatternsOfEach(tx, stakeholderGroup, [...STAKEHOLDER_GROUPS, null], condition);
}

function countSetAside(tx: Transaction, editionId: string, part: Part) {
  const { instrumentId, status, statusReason } = response;
  const condition = and(eq(response.editionId, editionId), isSetAside, inArray(status, SET_ASIDE), inPart(part));
  return countPatterns(tx, { instrumentId, status, statusReason }, sql`${response} where ${condition}`);
}

const sumOf = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

/**
 * The form with everything that an answered version asked. Throws when these ask different ratings: they are kept by
 * place, and the figures would be wrong.
 */
export function wholeForm(versions: readonly Version[]): Instrument {
  const [newest] = versions;
  if (!newest) throw new Error("an edition without a published instrument");
  const answered = versions.filter(({ received }) => received > 0);
  return everythingAsked(
    newest.document,
    answered.map(({ document }) => document),
  );
}

/** Every response of a part of an edition but the withdrawn ones, which hold no answers. */
export const inEdition = (editionId: string, part: Part = EVERYBODY) =>
  and(eq(response.editionId, editionId), ne(response.status, "withdrawn"), inPart(part));

/** What a snapshot counts besides ratings: its moment, and how often each open item was answered. */
type Words = Awaited<ReturnType<typeof countWords>>;

/** The moment of a snapshot, and by item how many of a part of the valid responses answered it, deleted texts too. */
export async function countWords(tx: Transaction, editionId: string, part: Part = EVERYBODY) {
  const valid = validIn(editionId, part);
  const verbatims = tx
    .select({ item: verbatim.item, count: count() })
    .from(verbatim)
    .innerJoin(response, eq(response.id, verbatim.responseId))
    .where(valid)
    .groupBy(verbatim.item);
  const deleted = tx
    .select({ item: sql<string>`unnest(${response.deletedTexts})`, count: count() })
    .from(response)
    .where(and(valid, sql`${response.deletedTexts} <> '{}'`))
    .groupBy(sql`1`);
  const [[clock], written, gone] = await Promise.all([
    tx.execute<{ now: Date }>(sql`select now()`),
    verbatims,
    deleted,
  ]);
  return { asOf: new Date(clock?.now ?? 0), verbatims: summed([...written, ...gone]) };
}

/** What is counted of a part of an edition: the ratings that `versions` hold, and the words of the same snapshot. */
export function countsOf(versions: readonly Version[], words: Words): EditionCounts {
  const quarantined = versions.flatMap(({ setAside }) => setAside.filter(({ status }) => status === "quarantined"));
  return {
    ...words,
    received: versions.reduce((sum, { received }) => sum + received, 0),
    patterns: patternsIn(versions.flatMap(({ answers }) => answers.map(({ text }) => text))),
    notAsked: notAsked(versions),
    quarantined: summed(quarantined.map((row) => ({ item: row.statusReason ?? "", count: row.count }))),
  };
}

/** The valid responses by group, `items` of them rated; a group may come more than once. */
export function groupTalliesIn(versions: readonly Version[], items: number): DimensionTally[] {
  return versions.flatMap(({ answers }) => answers.map(({ value, text }) => ({ value, tally: tallyIn(text, items) })));
}

/** The ratings of what is kept and not counted, by status and reason, in no order; a pattern may come more than once. */
export function setAsideIn(versions: readonly Version[]): SetAsidePattern[] {
  return versions.flatMap(({ setAside }) =>
    setAside.flatMap(({ status: standing, statusReason, text }) => {
      const status = SET_ASIDE.find((one) => one === standing);
      return status ? patternsIn([text]).map((pattern) => ({ status, reason: statusReason ?? "", ...pattern })) : [];
    }),
  );
}

/** How often each item was answered, its texts kept or deleted since; or each reason given. */
function summed(rows: readonly { item: string; count: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[row.item] = (sums[row.item] ?? 0) + row.count;
  return sums;
}

/** How many valid responses answered a version without an item, by the keys of all items that some version asks. */
function notAsked(versions: readonly Version[]): Record<string, number> {
  const keys = new Set(versions.flatMap(({ document }) => itemsOf(document).map(({ key }) => key)));
  const without = (key: string) =>
    versions.filter(({ document }) => itemsOf(document).every((item) => item.key !== key));
  const counted = [...keys].map((key) => [key, without(key).reduce((sum, { valid }) => sum + valid, 0)] as const);
  return Object.fromEntries(counted.filter(([, missing]) => missing > 0));
}
