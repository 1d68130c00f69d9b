/** What a member of staff may do: viewer reads aggregates, analyst also answers, administrator also editions and people. */
export const ROLES = ["viewer", "analyst", "administrator"] as const;
export type Role = (typeof ROLES)[number];

declare const minted: unique symbol;

/**
 * A signed-in member of the department. What reads or changes responses takes one as its first argument, and only the
 * session gate (app/_session) can make one, so that a forgotten check does not compile.
 */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly [minted]: true;
}
