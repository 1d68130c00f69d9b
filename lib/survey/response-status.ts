/** What the department decided of a response; only `valid` ones are counted in results. */
export const RESPONSE_STATUSES = ["valid", "on_hold", "quarantined", "excluded", "withdrawn"] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/** Why a response was quarantined when it came, weightiest first; lib/survey/suspicion.ts has the rules. */
export const SUSPICIONS = ["HONEYPOT", "FAST", "DUPLICATE", "BURST"] as const;
export type Suspicion = (typeof SUSPICIONS)[number];
