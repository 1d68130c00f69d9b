import { type SQL, and, count, eq, notInArray, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { REVIEWED, type Suspicion } from "@/lib/survey/response-status";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { digestOf } from "./digest";
import type { Edition } from "./editions";
import { exclusion } from "./schema/exclusion";
import { edition, response } from "./schema/survey";

/** Why a quarantine was left as it is. `changed-meanwhile`: it holds others than were agreed to. */
export type QuarantineRefusal = "sealed" | "changed-meanwhile";

/** What can be done with all of them: let them count, or keep them aside to look at, with the reason they have. */
export const QUARANTINE_CHANGES = ["restore", "hold"] as const;
export type QuarantineChange = (typeof QUARANTINE_CHANGES)[number];

/** How many answers of an edition are in quarantine for a reason, not proposed to be excluded, and which (`digestOf`). */
export interface Quarantined {
  readonly count: number;
  readonly which: string;
}

/** Counts an edition's answers in quarantine for a reason. */
export async function countQuarantined(_staff: Staff, editionId: string, reason: Suspicion): Promise<Quarantined> {
  return countIn(database(), isQuarantined(editionId, reason));
}

/** Changes all of them in one act, if they are those that the person agreed to (`agreed`). The log names each. */
export async function changeQuarantined(
  staff: Staff,
  of: Pick<Edition, "id" | "slug">,
  { reason, change, agreed }: { reason: Suspicion; change: QuarantineChange; agreed: string },
): Promise<Result<void, QuarantineRefusal>> {
  const work = database().transaction(async (tx) => {
    const [round] = await tx.select({ state: edition.state }).from(edition).where(eq(edition.id, of.id)).for("share");
    if (round?.state === "sealed" || round?.state === "disclosed") throw new Refused("sealed");
    const quarantined = isQuarantined(of.id, reason);
    await tx.select({ id: response.id }).from(response).where(quarantined).for("update");
    const { count: found, which } = await countIn(tx, quarantined);
    if (found === 0 || which !== agreed) throw new Refused("changed-meanwhile");
    const to = change === "restore" ? VALID : HELD;
    const changed = await tx.update(response).set(to).where(quarantined).returning({ id: response.id });
    // An answer that came into quarantine since the look, which no lock keeps out.
    if (changed.length !== found) throw new Refused("changed-meanwhile");
    await recordAct(tx, staff, {
      act: change === "restore" ? "responses.restored" : "responses.held",
      subject: of.slug,
      before: { status: "quarantined", reason },
      after: { status: to.status, count: changed.length, responses: changed.map(({ id }) => id) },
    });
  });
  return work.then(
    () => ok(undefined),
    (error: unknown) => {
      if (error instanceof Refused) return fail(error.why);
      throw error;
    },
  );
}

async function countIn(tx: Pick<Transaction, "select">, where: SQL | undefined): Promise<Quarantined> {
  const [row] = await tx
    .select({ count: count(), which: digestOf(response.id) })
    .from(response)
    .where(where);
  return { count: row?.count ?? 0, which: row?.which ?? "" };
}

const VALID = { status: "valid", statusReason: REVIEWED } as const;
const HELD = { status: "on_hold" } as const;

/** Ends the transaction without a change; never leaves this file. */
class Refused extends Error {
  constructor(readonly why: QuarantineRefusal) {
    super(why);
  }
}

function isQuarantined(editionId: string, reason: Suspicion): SQL | undefined {
  const inEdition = eq(response.editionId, editionId);
  const proposed = database().select({ id: exclusion.responseId }).from(exclusion);
  return and(
    inEdition,
    sql`${response.status} = 'quarantined'`,
    eq(response.statusReason, reason),
    notInArray(response.id, proposed),
  );
}
