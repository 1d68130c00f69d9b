import { eq, sql } from "drizzle-orm";
import { flagsOf } from "@/lib/analysis/quality-flags";
import type { Staff } from "@/lib/staff";
import type { Instrument } from "@/lib/survey/instrument";
import type { Asks } from "@/lib/survey/optional-question";
import type { Standing } from "@/lib/survey/status-change";
import { answerColumns, factColumns } from "./answer-columns";
import { recordAct } from "./audit";
import { database } from "./client";
import { readHaste } from "./flag-conditions";
import { inListOrder } from "./optional-answers";
import { findProposal } from "./response-status";
import { contact, edition, instrument, response } from "./schema/survey";
import type { StoredResponse } from "./snapshot";

/** One response as a member of staff reads it, with the version of the form that it answered. */
export interface ResponseView extends StoredResponse {
  readonly editionSlug: string;
  readonly instrument: Instrument;
  readonly instrumentVersion: number;
  readonly asks: Asks;
  readonly changedOn: string | null;
  readonly proposal: (NonNullable<Standing["proposal"]> & { readonly proposedByName: string }) | null;
  /** Only whether there is one: reading it is an act of its own. */
  readonly hasContact: boolean;
}

/** Reads one response, and notes in the audit log who did, unless nothing is left of it to read. Null for none. */
export async function viewResponse(staff: Staff, id: string): Promise<ResponseView | null> {
  return database().transaction(async (tx) => {
    const [found] = await tx
      .select({
        ...factColumns,
        editionId: edition.id,
        editionSlug: edition.slug,
        instrument: instrument.document,
        instrumentVersion: instrument.version,
        asks: instrument.asks,
        changedOn: response.changedOn,
        ...answerColumns,
        hasContact: sql<boolean>`exists (select from ${contact} where ${contact.responseId} = ${response.id})`,
      })
      .from(response)
      .innerJoin(edition, eq(edition.id, response.editionId))
      .innerJoin(instrument, eq(instrument.id, response.instrumentId))
      .where(eq(response.id, id));
    if (!found) return null;
    const { editionId, ...row } = found;
    const proposal = await findProposal(tx, id);
    const flags = flagsOf({ ...row, seconds: row.readingSeconds }, await readHaste(tx, editionId));
    if (row.status !== "withdrawn") await recordAct(tx, staff, { act: "response.viewed", subject: id });
    return { ...row, flags, proposal, topics: inListOrder(row.topics) };
  });
}

/** Reads where a reader wants the reply to a response, and notes in the audit log who did; null where they left none. */
export async function viewContact(staff: Staff, responseId: string): Promise<string | null> {
  return database().transaction(async (tx) => {
    const [row] = await tx.select({ value: contact.value }).from(contact).where(eq(contact.responseId, responseId));
    if (!row) return null;
    await recordAct(tx, staff, { act: "contact.viewed", subject: responseId });
    return row.value;
  });
}
