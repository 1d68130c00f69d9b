import { eq, sql } from "drizzle-orm";
import type { AuditAct } from "@/lib/audit";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { type DecisionReason, REVIEWED } from "@/lib/survey/response-status";
import { type Standing, type StatusChange, changesOpenTo, standingKey } from "@/lib/survey/status-change";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { exclusion } from "./schema/exclusion";
import { edition, response } from "./schema/survey";

/** Why a response was left as it is: it is gone, its edition is sealed, or it is not what the form was made from. */
export type StatusRefusal = "gone" | "sealed" | "changed-meanwhile" | "not-possible";

/** A change, and why it is made where it needs a reason. */
export interface ReasonedChange {
  readonly change: StatusChange;
  readonly reason: DecisionReason | null;
}

/**
 * Changes how a response stands, from the standing that the person saw (`standingKey`). Every figure counts by it from
 * then on. What was proposed to be excluded is excluded only once another person confirms it.
 */
export async function changeStatus(
  staff: Staff,
  id: string,
  { change, reason }: ReasonedChange,
  from: string,
): Promise<Result<void, StatusRefusal>> {
  return database().transaction(async (tx) => {
    const stored = await lockStanding(tx, id);
    if (!stored) return fail("gone");
    if (stored.isSealed) return fail("sealed");
    if (standingKey(stored) !== from) return fail("changed-meanwhile");
    if (!changesOpenTo(stored, staff.id).includes(change)) return fail("not-possible");
    const [before, after] = [auditedState(stored), await CHANGES[change](tx, { id, staff, stored, reason })];
    await recordAct(tx, staff, {
      act: ACTS[change],
      subject: id,
      before,
      after: auditedState({ ...stored, ...after }),
    });
    return ok(undefined);
  });
}

interface Changing {
  readonly id: string;
  readonly staff: Staff;
  readonly stored: Standing;
  readonly reason: DecisionReason | null;
}

/** Makes a change and tells what is other than before. */
const CHANGES: Record<StatusChange, (tx: Transaction, changing: Changing) => Promise<Partial<Standing>>> = {
  async hold(tx, { id, reason }) {
    if (reason === null) throw new TypeError("a response is held for a reason");
    return setStatus(tx, id, { status: "on_hold", statusReason: reason });
  },
  async restore(tx, { id }) {
    await tx.delete(exclusion).where(eq(exclusion.responseId, id));
    return setStatus(tx, id, { status: "valid", statusReason: REVIEWED });
  },
  async propose(tx, { id, staff, reason }) {
    if (reason === null) throw new TypeError("an exclusion is proposed for a reason");
    const proposal = { reason, proposedBy: staff.id };
    await tx.insert(exclusion).values({ responseId: id, ...proposal, proposedByName: staff.name });
    return { proposal };
  },
  async confirm(tx, { id, staff, stored }) {
    if (!stored.proposal) throw new TypeError("nothing is proposed");
    const confirmed = { confirmedBy: staff.id, confirmedAt: sql`now()` };
    await tx.update(exclusion).set(confirmed).where(eq(exclusion.responseId, id));
    const excluded = await setStatus(tx, id, { status: "excluded", statusReason: stored.proposal.reason });
    return { ...excluded, proposal: null };
  },
  async drop(tx, { id }) {
    await tx.delete(exclusion).where(eq(exclusion.responseId, id));
    return { proposal: null };
  },
};

const ACTS: Record<StatusChange, AuditAct> = {
  hold: "response.held",
  restore: "response.restored",
  propose: "exclusion.proposed",
  confirm: "exclusion.confirmed",
  drop: "exclusion.dropped",
};

async function setStatus(tx: Transaction, id: string, to: Pick<Standing, "status" | "statusReason">) {
  await tx.update(response).set(to).where(eq(response.id, id));
  return to;
}

/** A response's standing, locked until the transaction ends; its edition first, as when an answer is kept. */
async function lockStanding(tx: Transaction, id: string): Promise<(Standing & { isSealed: boolean }) | null> {
  const [found] = await tx.select({ editionId: response.editionId }).from(response).where(eq(response.id, id));
  if (!found) return null;
  const [round] = await tx
    .select({ state: edition.state })
    .from(edition)
    .where(eq(edition.id, found.editionId))
    .for("share");
  const [row] = await tx
    .select({ status: response.status, statusReason: response.statusReason })
    .from(response)
    .where(eq(response.id, id))
    .for("update");
  if (!round || !row) return null;
  const isSealed = round.state === "sealed" || round.state === "disclosed";
  return { ...row, proposal: await findProposal(tx, id), isSealed };
}

/** A response's proposed exclusion, with whose it is, or null. */
export async function findProposal(tx: Pick<Transaction, "select">, id: string) {
  const [row] = await tx
    .select({
      reason: exclusion.reason,
      proposedBy: exclusion.proposedBy,
      proposedByName: exclusion.proposedByName,
      confirmedAt: exclusion.confirmedAt,
    })
    .from(exclusion)
    .where(eq(exclusion.responseId, id));
  if (!row || row.confirmedAt) return null;
  const { confirmedAt: _, ...proposal } = row;
  return proposal;
}

function auditedState({ status, statusReason, proposal }: Standing) {
  return { status, reason: statusReason, ...(proposal && { proposed: proposal.reason }) };
}
