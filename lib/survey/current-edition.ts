import { type EditionDefinition, availabilityOf } from "./edition";
import { standingOf } from "./edition-life";

/**
 * The edition that the department works on at an instant, of all there are, the newest first: the one that takes answers,
 * else the newest that ever did, else the newest. Null where there is none.
 */
export function currentEdition<E extends Pick<EditionDefinition, "state" | "opensAt" | "closesAt">>(
  editions: readonly E[],
  now: Date,
): E | null {
  const isOpen = (edition: E) => availabilityOf(edition, now) === "open";
  const wasOpen = (edition: E) => !["draft", "scheduled"].includes(standingOf(edition, now));
  return editions.find(isOpen) ?? editions.find(wasOpen) ?? editions[0] ?? null;
}
