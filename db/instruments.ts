import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { Instrument } from "@/lib/survey/instrument";
import type { InstrumentForm } from "@/lib/survey/instrument-changes";
import { type Breach, breachesOf, withAmendments } from "@/lib/survey/instrument-rules";
import { withLineage } from "@/lib/survey/lineage";
import { auditedForms } from "./audited-forms";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { type DraftMark, type InstrumentDesk, type InstrumentDraft, readInstrumentDesk } from "./instrument-desk";
import { instrument } from "./schema/survey";

/**
 * Why a draft was not saved, published or discarded. `changed`: somebody changed it since, and it is now as `current`
 * says; `sealed`: the edition is; `protected`: the rules of lib/survey/instrument-rules.ts refuse it.
 */
export type DraftRefusal =
  | { readonly kind: "unknown-edition" | "sealed" | "nothing-changed" }
  | { readonly kind: "changed"; readonly current: InstrumentDraft }
  | { readonly kind: "protected"; readonly breaches: readonly Breach[] };

type Outcome<T> = Result<T, DraftRefusal>;

/** An edition's form as it stands, for the person who edits it; null when there is no such edition. */
export async function findInstrumentDesk(_staff: Staff, slug: string): Promise<InstrumentDesk | null> {
  return database().transaction((tx) => readInstrumentDesk(tx, slug));
}

/**
 * Saves an edition's draft; the first save begins one. `from` is the draft that the person changed: a draft that is
 * another by now is left as it is. Nothing is written where nothing differs.
 */
export async function saveInstrumentDraft(
  staff: Staff,
  slug: string,
  from: DraftMark,
  form: InstrumentForm,
): Promise<Outcome<DraftMark>> {
  return editing(slug, from, async (tx, { editionId, standing, draft }) => {
    const document = Instrument.parse(withAmendments(form.document, standing));
    const breaches = breachesOf(document, standing);
    if (breaches.length > 0) return fail({ kind: "protected", breaches });
    const audited = auditedForms(draft, { document, asks: form.asks });
    if (!audited) return ok(from);
    const [asks, revision] = [[...form.asks], from.revision + 1];
    if (from.revision === 0) {
      await tx.insert(instrument).values({ id: randomUUID(), editionId, version: from.version, document, asks });
    } else {
      await tx.update(instrument).set({ document, asks, revision }).where(isDraftOf(editionId));
    }
    await recordAct(tx, staff, { act: "instrument.saved", subject: slug, ...audited });
    return ok({ version: from.version, revision });
  });
}

/** Gives a draft up: the form is again as it was published last. */
export async function discardInstrumentDraft(staff: Staff, slug: string, from: DraftMark): Promise<Outcome<null>> {
  return editing(slug, from, async (tx, { editionId, draft, published }) => {
    await tx.delete(instrument).where(isDraftOf(editionId));
    const audited = auditedForms(draft, published);
    await recordAct(tx, staff, { act: "instrument.discarded", subject: slug, ...audited });
    return ok(null);
  });
}

/**
 * Publishes a draft as a new version, which nobody can change from then on; every item's lineage is written down with
 * it. Answers given meanwhile are waited for, since an edition with answers keeps its ratings.
 */
export async function publishInstrument(
  staff: Staff,
  slug: string,
  from: DraftMark,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return editing(slug, from, async (tx, { editionId, draft, published, standing, last }) => {
    const amended = withAmendments(draft.document, standing);
    const breaches = breachesOf(amended, standing);
    if (breaches.length > 0) return fail({ kind: "protected", breaches });
    const document = last ? withLineage(amended, slug, last) : amended;
    const audited = auditedForms(published, { document, asks: draft.asks });
    if (from.revision === 0 || !audited) return fail({ kind: "nothing-changed" });
    await tx.update(instrument).set({ document, publishedAt: now }).where(isDraftOf(editionId));
    const { version } = draft;
    const after = { ...audited.after, version };
    await recordAct(tx, staff, { act: "instrument.published", subject: slug, before: audited.before, after });
    return ok({ version });
  });
}

const isDraftOf = (editionId: string) => and(eq(instrument.editionId, editionId), isNull(instrument.publishedAt));

/** Does something to an edition's draft as long as it is the one named, with the edition locked against answers. */
async function editing<T>(
  slug: string,
  from: DraftMark,
  edit: (tx: Transaction, desk: InstrumentDesk) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return database().transaction(async (tx) => {
    const desk = await readInstrumentDesk(tx, slug, "lock");
    if (!desk) return fail({ kind: "unknown-edition" });
    if (desk.isSealed) return fail({ kind: "sealed" });
    const { draft: current } = desk;
    if (from.version !== current.version || from.revision !== current.revision) {
      return fail({ kind: "changed", current });
    }
    return edit(tx, desk);
  });
}
