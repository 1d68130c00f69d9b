import { and, count, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { EditionCounts } from "@/lib/analysis/results";
import { everythingAsked } from "@/lib/survey/everything-asked";
import { type Instrument, itemsOf } from "@/lib/survey/instrument";
import type { Transaction } from "./client";
import { instrument, response, verbatim } from "./schema/survey";

/** A published version of the edition's form, and how many responses answered it. */
type Version = Awaited<ReturnType<typeof readVersions>>[number];

/** Every published version, newest first, within a snapshot. */
export async function readVersions(tx: Transaction, editionId: string) {
  const versions = await tx
    .select({ id: instrument.id, document: instrument.document, asks: instrument.asks })
    .from(instrument)
    .where(and(eq(instrument.editionId, editionId), isNotNull(instrument.publishedAt)))
    .orderBy(desc(instrument.version));
  const answered = await tx
    .select({
      id: response.instrumentId,
      received: count(),
      valid: sql<number>`count(*) filter (where ${response.status} = 'valid')`.mapWith(Number),
    })
    .from(response)
    .where(inEdition(editionId))
    .groupBy(response.instrumentId);
  return versions.map((version) => ({
    ...version,
    ...(answered.find(({ id }) => id === version.id) ?? { received: 0, valid: 0 }),
  }));
}

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

/** Every response of an edition but the withdrawn ones, which hold no answers. */
export const inEdition = (editionId: string) =>
  and(eq(response.editionId, editionId), ne(response.status, "withdrawn"));

/** What is counted of an edition within a snapshot, which `versions` are of as well. */
export async function countEdition(
  tx: Transaction,
  editionId: string,
  versions: readonly Version[],
): Promise<EditionCounts> {
  const valid = and(inEdition(editionId), eq(response.status, "valid"));
  const [clock] = await tx.execute<{ now: Date }>(sql`select now()`);
  const patterns = await tx
    .select({ ratings: response.ratings, count: count() })
    .from(response)
    .where(valid)
    .groupBy(response.ratings);
  const verbatims = await tx
    .select({ item: verbatim.item, count: count() })
    .from(verbatim)
    .innerJoin(response, eq(response.id, verbatim.responseId))
    .where(valid)
    .groupBy(verbatim.item);
  const deleted = await tx
    .select({ item: sql<string>`unnest(${response.deletedTexts})`, count: count() })
    .from(response)
    .where(and(valid, sql`${response.deletedTexts} <> '{}'`))
    .groupBy(sql`1`);
  const quarantined = await tx
    .select({ reason: response.statusReason, count: count() })
    .from(response)
    .where(and(inEdition(editionId), eq(response.status, "quarantined")))
    .groupBy(response.statusReason);
  return {
    asOf: new Date(clock?.now ?? 0),
    received: versions.reduce((sum, { received }) => sum + received, 0),
    patterns,
    verbatims: summed([...verbatims, ...deleted]),
    notAsked: notAsked(versions),
    quarantined: Object.fromEntries(quarantined.map((row) => [row.reason ?? "", row.count])),
  };
}

/** How often each item was answered, its texts kept or deleted since. */
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
