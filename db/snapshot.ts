import { and, asc, count, desc, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import type { EditionCounts } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";
import type { Staff } from "@/lib/staff";
import { everythingAsked } from "@/lib/survey/everything-asked";
import { type Instrument, itemsOf } from "@/lib/survey/instrument";
import type { Unsealing } from "@/lib/survey/edition-life";
import { type Asks, askedIn } from "@/lib/survey/optional-question";
import type { ResponseStatus } from "@/lib/survey/response-status";
import type { Rating } from "@/lib/survey/scale";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import type { Topic } from "@/lib/survey/topic";
import { answerColumns } from "./answer-columns";
import { type Transaction, database } from "./client";
import { instrument, response, verbatim } from "./schema/survey";
import { selectUnsealings } from "./unsealings";
import { type Verbatim, type VerbatimPage, selectVerbatims } from "./verbatims";
import { selectSetAside } from "./set-aside";

/** A response as the department reads it. `ratings` in the order of its instrument's rating items, texts by item key. */
export interface StoredResponse {
  readonly id: string;
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly channel: string | null;
  readonly status: ResponseStatus;
  readonly statusReason: string | null;
  readonly ratings: readonly Rating[];
  readonly verbatims: Readonly<Record<string, string>>;
  readonly stakeholderGroup: StakeholderGroup | null;
  /** In no order. */
  readonly topics: readonly Topic[];
  readonly quoteConsent: boolean | null;
}

/** One moment of an edition: counts and responses agree, however many answers arrive meanwhile. */
export interface EditionSnapshot {
  readonly counts: EditionCounts;
  /** The newest version of the edition's form, and at its end the items that only earlier answered versions asked. */
  readonly instrument: Instrument;
  /** What any version of the edition's form asked besides its items: the columns that its answers need. */
  readonly asks: Asks;
  /** Every time the edition's seal was broken. */
  readonly unsealings: readonly Unsealing[];
  /** Every response of the edition but the withdrawn ones, which hold no answers, in key order, read in batches, so that memory does not grow with their number. */
  responses(): AsyncGenerator<StoredResponse>;
  /** A stretch of the valid responses' verbatims on an open item, newest day first. */
  verbatims(item: string, page: VerbatimPage): Promise<Verbatim[]>;
  /** The ratings of what is kept and not counted. For analysts: it may be few. */
  setAside(): ReturnType<typeof selectSetAside>;
}

/** Rows a batch: large enough that the round trip does not matter, small enough (some 2 MB of text) to stay flat. */
const BATCH = 1000;

/**
 * Reads an edition at one moment, in a read-only transaction that lasts as long as `read`. For signed-in staff only.
 * `asOf` is the moment of the snapshot by the database's clock.
 */
export async function withEditionSnapshot<T>(
  _staff: Staff,
  editionId: string,
  read: (snapshot: EditionSnapshot) => Promise<T>,
): Promise<T> {
  return database().transaction(
    async (tx) => {
      const versions = await readVersions(tx, editionId);
      return read({
        counts: await countEdition(tx, editionId, versions),
        instrument: wholeForm(versions),
        asks: askedIn(versions.flatMap(({ asks }) => asks)),
        unsealings: await selectUnsealings(tx, editionId),
        responses: () => readResponses(tx, editionId),
        verbatims: (item, page) => selectVerbatims(tx, editionId, item, page),
        setAside: () => selectSetAside(tx, editionId),
      });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** A published version of the edition's form, and how many responses answered it. */
type Version = Awaited<ReturnType<typeof readVersions>>[number];

/** Every published version, newest first. */
async function readVersions(tx: Transaction, editionId: string) {
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

/** Throws when the answered versions ask different ratings: they are kept by place, and the figures would be wrong. */
function wholeForm(versions: readonly Version[]): Instrument {
  const [newest] = versions;
  if (!newest) throw new Error("an edition without a published instrument");
  const answered = versions.filter(({ received }) => received > 0);
  return everythingAsked(
    newest.document,
    answered.map(({ document }) => document),
  );
}

const inEdition = (editionId: string) => and(eq(response.editionId, editionId), ne(response.status, "withdrawn"));

async function countEdition(tx: Transaction, editionId: string, versions: readonly Version[]): Promise<EditionCounts> {
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

async function* readResponses(tx: Transaction, editionId: string): AsyncGenerator<StoredResponse> {
  let last: string | undefined;
  for (;;) {
    const batch = await tx
      .select({
        id: response.id,
        receivedOn: response.receivedOn,
        locale: response.locale,
        channel: response.channel,
        status: response.status,
        statusReason: response.statusReason,
        ...answerColumns,
      })
      .from(response)
      .where(and(inEdition(editionId), last === undefined ? undefined : gt(response.id, last)))
      .orderBy(asc(response.id))
      .limit(BATCH);
    yield* batch;
    last = batch.at(-1)?.id;
    if (batch.length < BATCH) return;
  }
}
