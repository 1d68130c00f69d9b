import { asc, eq } from "drizzle-orm";
import type { EditionState } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import type { InstrumentForm } from "@/lib/survey/instrument-changes";
import type { Standing } from "@/lib/survey/instrument-rules";
import { type EditionForm, slugBefore } from "@/lib/survey/lineage";
import type { Transaction } from "./client";
import { edition, instrument, response } from "./schema/survey";

/** Which draft: the version it will be, and how often it was saved; 0 is the published form that nobody changed yet. */
export interface DraftMark {
  readonly version: number;
  readonly revision: number;
}

/** The draft of an edition's form. */
export interface InstrumentDraft extends DraftMark, InstrumentForm {}

/** An edition's form as it stands, for the person who edits it. */
export interface InstrumentDesk {
  readonly editionId: string;
  readonly state: EditionState;
  /** A sealed edition's form stays as it is. */
  readonly isSealed: boolean;
  readonly published: InstrumentForm & { readonly version: number };
  /** What is being prepared; the published form where nothing is. */
  readonly draft: InstrumentDraft;
  readonly standing: Standing;
  /** The newest published form of the edition before. */
  readonly last: EditionForm | null;
}

/** Reads an edition's form, its draft and what they are held against; null when there is no such edition. */
export async function readInstrumentDesk(tx: Transaction, slug: string, lock?: "lock"): Promise<InstrumentDesk | null> {
  const named = tx.select({ id: edition.id, state: edition.state }).from(edition).where(eq(edition.slug, slug));
  // Answers lock their edition for themselves (db/responses.ts): none comes in while this lock is held.
  const [found] = lock ? await named.for("update") : await named;
  if (!found) return null;
  const versions = await tx
    .select({
      slug: edition.slug,
      version: instrument.version,
      revision: instrument.revision,
      document: instrument.document,
      asks: instrument.asks,
      publishedAt: instrument.publishedAt,
    })
    .from(instrument)
    .innerJoin(edition, eq(edition.id, instrument.editionId))
    .orderBy(asc(edition.slug), asc(instrument.version));
  const earlier = versions.filter(({ publishedAt }) => publishedAt !== null);
  const newestOf = (of: string) => earlier.findLast((version) => version.slug === of);
  const published = newestOf(slug);
  if (!published) throw new Error(`edition ${slug} has no published form`);
  const draft = versions.find((version) => version.slug === slug && version.publishedAt === null);
  const before = slugBefore(
    slug,
    versions.map((version) => version.slug),
  );
  const last = before === null ? undefined : newestOf(before);
  return {
    editionId: found.id,
    state: found.state,
    isSealed: isSealed(found),
    published,
    draft: draft ?? { ...published, version: published.version + 1, revision: 0 },
    standing: {
      isUnderWay: found.state !== "draft" || (await hasAnswers(tx, found.id)),
      published: published.document,
      earlier: earlier.map(({ document }) => document),
    },
    last: last ? { slug: last.slug, instrument: last.document } : null,
  };
}

async function hasAnswers(tx: Transaction, editionId: string): Promise<boolean> {
  const some = await tx.select({ id: response.id }).from(response).where(eq(response.editionId, editionId)).limit(1);
  return some.length > 0;
}
