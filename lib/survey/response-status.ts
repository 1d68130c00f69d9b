/** What the department decided of a response; only `valid` ones are counted in results. */
export const RESPONSE_STATUSES = ["valid", "on_hold", "quarantined", "excluded", "withdrawn"] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];
