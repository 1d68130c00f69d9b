import type { DecisionReason, ResponseStatus } from "./response-status";

/**
 * What a member of staff can do to a response: hold it, let it count, propose to exclude it; confirm or drop a proposal.
 */
export const STATUS_CHANGES = ["hold", "restore", "propose", "confirm", "drop"] as const;
export type StatusChange = (typeof STATUS_CHANGES)[number];

/** How a response stands. A proposal waits for a second person; until then the response is what it was. */
export interface Standing {
  readonly status: ResponseStatus;
  readonly statusReason: string | null;
  readonly proposal: { readonly reason: DecisionReason; readonly proposedBy: string } | null;
}

/** The changes that a response's standing leaves to a person: nobody confirms what they proposed. */
export function changesOpenTo({ status, proposal }: Standing, staffId: string): StatusChange[] {
  if (status === "withdrawn") return [];
  if (proposal) return proposal.proposedBy === staffId ? ["drop"] : ["confirm", "drop"];
  return STATUS_CHANGES.filter((change) => FROM[change]?.includes(status) ?? false);
}

const FROM: Partial<Record<StatusChange, readonly ResponseStatus[]>> = {
  hold: ["valid", "quarantined"],
  restore: ["on_hold", "quarantined", "excluded"],
  propose: ["valid", "on_hold", "quarantined"],
};

/** Whether a change is made for a reason, which is told with it. */
export function needsReason(change: StatusChange): boolean {
  return change === "hold" || change === "propose";
}

/** A standing as one text: a form keeps the one that it was made from, so that whoever comes second is told. */
export function standingKey({ status, statusReason, proposal }: Standing): string {
  return [status, statusReason ?? "-", proposal?.reason ?? "-", proposal?.proposedBy ?? "-"].join(" ");
}
