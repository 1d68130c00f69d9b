import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { inChannelOrder } from "@/lib/survey/channel";
import { type EditionDefinition, EditionDefinition as Definition, EditionSlug } from "@/lib/survey/edition";
import { haveSameRatings } from "@/lib/survey/instrument-rules";
import { withoutLineage } from "@/lib/survey/lineage";
import { emptyElementsOf } from "@/lib/survey/privacy-notice";
import { channelsInEdition, insertChannels } from "./channels";
import { type Transaction, database } from "./client";
import { EmptyNoticeError } from "./errors";
import { edition, instrument } from "./schema/survey";

/** An edition with its newest published instrument, as readers meet it. */
export interface Edition extends EditionDefinition {
  readonly id: string;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  /** Raised by every change: a form made from an older one is out of date. */
  readonly revision: number;
}

/**
 * Adds an edition and publishes its instrument as version 1, without what was said of the lineage of another edition's.
 * Throws when the slug is taken or the definition is bad, and an `EmptyNoticeError` when it is to be open while an
 * element of its privacy notice is empty.
 */
export async function insertEdition(tx: Transaction, definition: EditionDefinition, now: Date): Promise<void> {
  const { instrument: document, asks, channels, reportingPeriod, ...rest } = Definition.parse(definition);
  const empty = emptyElementsOf(rest);
  if (rest.state === "open" && empty.length > 0) throw new EmptyNoticeError(empty);
  const editionId = randomUUID();
  const { start: periodStart, end: periodEnd } = reportingPeriod;
  await tx.insert(edition).values({ ...rest, id: editionId, state: "draft", periodStart, periodEnd });
  await tx.insert(instrument).values({
    id: randomUUID(),
    editionId,
    version: 1,
    document: withoutLineage(document),
    asks,
    publishedAt: now,
  });
  await insertChannels(tx, editionId, channels);
  // Last, since a sealed edition takes no instrument any more.
  if (rest.state !== "draft") await tx.update(edition).set({ state: rest.state }).where(eq(edition.id, editionId));
}

/**
 * The edition of a slug with an instrument: the newest published one, or the published `version` that a page was made
 * from. Null when there is none, or when the slug cannot be one. A version with other rating items is none to answer: it
 * was replaced before the edition opened, nobody saw it, and answers to it would stand by other places.
 */
export async function findEdition(slug: string, version?: number): Promise<Edition | null> {
  if (!EditionSlug.safeParse(slug).success) return null;
  const published = and(eq(edition.slug, slug), isNotNull(instrument.publishedAt));
  const [newest] = await selectEditions()
    .where(published)
    .orderBy(desc(instrument.version))
    .limit(1)
    .prepare("newest-edition")
    .execute();
  if (!newest || version === undefined || version === newest.instrument.version)
    return newest ? toEdition(newest) : null;
  const [row] = await selectEditions()
    .where(and(published, eq(instrument.version, version)))
    .prepare("edition-of-version")
    .execute();
  return row && haveSameRatings(row.instrument.document, newest.instrument.document) ? toEdition(row) : null;
}

/** Every edition with its newest published instrument, newest report first. */
export async function listEditions(): Promise<Edition[]> {
  const rows = await selectEditions()
    .where(isNotNull(instrument.publishedAt))
    .orderBy(desc(edition.slug), desc(instrument.version));
  const newest = rows.filter((row, place) => row.edition.id !== rows[place - 1]?.edition.id);
  return newest.map(toEdition);
}

function selectEditions() {
  return database()
    .select({
      edition: {
        id: edition.id,
        slug: edition.slug,
        state: edition.state,
        reportTitle: edition.reportTitle,
        company: edition.company,
        privacyNotice: edition.privacyNotice,
        periodStart: edition.periodStart,
        periodEnd: edition.periodEnd,
        timeZone: edition.timeZone,
        opensAt: edition.opensAt,
        closesAt: edition.closesAt,
        channels: channelsInEdition,
        revision: edition.revision,
      },
      instrument: {
        id: instrument.id,
        version: instrument.version,
        document: instrument.document,
        asks: instrument.asks,
      },
    })
    .from(edition)
    .innerJoin(instrument, eq(instrument.editionId, edition.id))
    .$dynamic();
}

type EditionRow = Awaited<ReturnType<typeof selectEditions>>[number];

function toEdition({ edition: { periodStart, periodEnd, channels, ...row }, instrument: asked }: EditionRow): Edition {
  return {
    ...row,
    reportingPeriod: { start: periodStart, end: periodEnd },
    instrument: asked.document,
    asks: asked.asks,
    channels: inChannelOrder(channels),
    instrumentId: asked.id,
    instrumentVersion: asked.version,
  };
}
