/** What the department decided of a response; only `valid` ones are counted in results. */
export const RESPONSE_STATUSES = ["valid", "on_hold", "quarantined", "excluded", "withdrawn"] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/** Why a response was quarantined when it came, weightiest first; lib/survey/suspicion.ts has the rules. */
export const SUSPICIONS = ["HONEYPOT", "FAST", "DUPLICATE", "BURST"] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** Why a member of staff set a response aside: a double, a test, abuse, an advertisement, an empty one, a program's. */
export const DECISION_REASONS = ["DUP", "TEST", "ABUSE", "AD", "EMPTY", "BOT"] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** The reason of a valid response that was set aside and that a member of staff let count again. */
export const REVIEWED = "REVIEWED";

/** Every reason that has words. */
export const STATUS_REASONS = [...SUSPICIONS, ...DECISION_REASONS, REVIEWED] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/** The reason of a code, or null where it has no words. */
export function findStatusReason(code: string | null): StatusReason | null {
  return STATUS_REASONS.find((reason) => reason === code) ?? null;
}
