import { type SQL, and, count, eq, exists, lt, sql } from "drizzle-orm";
import type { AuditAct } from "@/lib/audit";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { dayIn } from "@/lib/survey/edition";
import { contactsKeptSince, textsKeptSince } from "@/lib/survey/retention";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { digestOf } from "./digest";
import type { Edition } from "./editions";
import { secondKeying } from "./schema/second-keying";
import { contact, edition, response, verbatim } from "./schema/survey";

/** What an edition's notice gives a time to: contacts, and the texts with all that leads back to who wrote them. */
export const RETAINED = ["contacts", "texts"] as const;
export type Retained = (typeof RETAINED)[number];

/** How many are past their time, which (`digestOf`), and of which day the oldest is; `keptSince` is the first day that stays. */
export interface Due {
  readonly keptSince: string | null;
  readonly count: number;
  readonly which: string;
  readonly oldest: string | null;
}

/** How much of an edition is past its time. */
export interface RoundDue extends Readonly<Record<Retained, number>> {
  readonly slug: string;
}

type Of = Pick<Edition, "id" | "slug" | "privacyNotice" | "state" | "timeZone">;

/** What would go now, by the edition's privacy notice; nothing of what it says. */
export async function previewRetention(_staff: Staff, of: Of, now: Date): Promise<Record<Retained, Due>> {
  return database().transaction(async (tx) => ({
    contacts: await readDue(tx, of, "contacts", now),
    texts: await readDue(tx, of, "texts", now),
  }));
}

/** How much of each of these editions would go now; those of which nothing would are not among them. */
export async function listDue(_staff: Staff, editions: readonly Of[], now: Date): Promise<RoundDue[]> {
  const due: RoundDue[] = [];
  for (const of of editions) {
    const contacts = await countDue(of, "contacts", now);
    const texts = await countDue(of, "texts", now);
    if (contacts + texts > 0) due.push({ slug: of.slug, contacts, texts });
  }
  return due;
}

/** Deletes what is past its time, if it is just what the person agreed to (`agreed`: the preview's `which`). */
export async function deleteDue(
  staff: Staff,
  of: Of,
  { retained, agreed }: { retained: Retained; agreed: string },
  now: Date,
): Promise<Result<void, "changed-meanwhile">> {
  return database().transaction(async (tx) => {
    // Nobody closes, seals or discloses the edition meanwhile, by which other contacts would be due.
    const [round] = await tx.select({ state: edition.state }).from(edition).where(eq(edition.id, of.id)).for("share");
    const current = { ...of, state: round?.state ?? of.state };
    await tx
      .select({ id: response.id })
      .from(response)
      .where(isDue(current, retained, now))
      .for("update");
    const { count: found, which, keptSince } = await readDue(tx, current, retained, now);
    if (found === 0 || which !== agreed || keptSince === null) return fail("changed-meanwhile");
    await (retained === "contacts" ? deleteContacts : deleteTexts)(tx, isDue(current, retained, now));
    await recordAct(tx, staff, { act: ACTS[retained], subject: of.slug, after: { count: found, before: keptSince } });
    return ok(undefined);
  });
}

const ACTS: Record<Retained, AuditAct> = { contacts: "retention.contacts-deleted", texts: "retention.texts-deleted" };

async function countDue(of: Of, retained: Retained, now: Date): Promise<number> {
  if (firstDayKept(of, retained, now) === null) return 0;
  const [row] = await database()
    .select({ count: count() })
    .from(response)
    .where(isDue(of, retained, now));
  return row?.count ?? 0;
}

async function readDue(tx: Transaction, of: Of, retained: Retained, now: Date): Promise<Due> {
  const oldest = retained === "contacts" ? contact.consentedOn : response.receivedOn;
  const [row] = await tx
    .select({
      count: count(),
      which: digestOf(response.id),
      oldest: sql<string | null>`min(${oldest})::text`,
    })
    .from(response)
    .leftJoin(contact, eq(contact.responseId, response.id))
    .where(isDue(of, retained, now));
  const { count: found = 0, which = "", oldest: first = null } = row ?? {};
  return { keptSince: firstDayKept(of, retained, now), count: found, which, oldest: first };
}

function firstDayKept({ privacyNotice, state, timeZone }: Of, retained: Retained, now: Date): string | null {
  const today = dayIn(timeZone, now);
  return retained === "contacts"
    ? contactsKeptSince(privacyNotice, state, today)
    : textsKeptSince(privacyNotice, today);
}

/** The responses of which something is past its time. */
function isDue(of: Of, retained: Retained, now: Date): SQL | undefined {
  const day = firstDayKept(of, retained, now);
  const inEdition = eq(response.editionId, of.id);
  if (day === null) return and(inEdition, sql`false`);
  if (retained === "contacts") return and(inEdition, exists(contactsOf(day)));
  return and(inEdition, lt(response.receivedOn, day), sql`not starts_with(${response.receiptHash}, ${FORGOTTEN})`);
}

/** Begins what stands in the place of a hash that is gone: no code and no key has such a one. */
const FORGOTTEN = "forgotten ";

const contactsOf = (day: string) =>
  database()
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.responseId, response.id), lt(contact.consentedOn, day)));

async function deleteContacts(tx: Transaction, isDueNow: SQL | undefined): Promise<void> {
  await tx.execute(sql`delete from ${contact} where response_id in (select id from ${response} where ${isDueNow})`);
}

/**
 * Deletes texts, second keyings, and what leads back to who wrote them: contact, likeness, consent to a quotation, and the
 * receipt, whose hashes are lost, also of an answer that has nothing but ratings. Ratings, topics and group stay, and which open items were answered, for results to stay true.
 */
async function deleteTexts(tx: Transaction, isDueNow: SQL | undefined): Promise<void> {
  const nothing = sql`${FORGOTTEN} || gen_random_uuid()`;
  await tx.execute(sql`
    with due as materialized (select id from ${response} where ${isDueNow}),
    forgotten as (
      update ${response} set likeness = null, quote_consent = null, receipt_hash = ${nothing},
        idempotency_hash = ${nothing}, deleted_texts = deleted_texts || array(
          select v.item from ${verbatim} v where v.response_id = ${response.id} order by v.item)
      from due where ${response.id} = due.id returning ${response.id} as id)
    , unkeyed as (delete from ${secondKeying} where response_id in (select id from forgotten))
    delete from ${contact} where response_id in (select id from forgotten)`);
  await tx.execute(sql`
    delete from ${verbatim} using ${response}
    where ${verbatim.responseId} = ${response.id} and ${verbatim.item} = any (${response.deletedTexts})
      and ${response.likeness} is null and ${response.deletedTexts} <> '{}'`);
}
