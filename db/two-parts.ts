import { setImmediate } from "node:timers/promises";
import type { Part } from "@/lib/analysis/results-filter";
import type { Staff } from "@/lib/staff";
import { type EditionSnapshot, withEditionSnapshot } from "./snapshot";

/** What is read of one moment: a part that can be shown while the database still counts the rest. */
interface Readings<First, Rest> {
  readonly first: (snapshot: EditionSnapshot) => Promise<First>;
  readonly rest: (snapshot: EditionSnapshot, first: First) => Promise<Rest>;
}

/**
 * Reads an edition at one moment in two parts, and gives the first as soon as it is there. The rest comes of the same
 * snapshot; its promise is rejected when the database fails meanwhile, and may be left unawaited.
 */
export async function readInTwoParts<First, Rest>(
  staff: Staff,
  editionId: string,
  { first, rest }: Readings<First, Rest>,
  part?: Part,
): Promise<{ first: First; rest: Promise<Rest> }> {
  return new Promise((resolve, reject) => {
    const whole = withEditionSnapshot(
      staff,
      editionId,
      async (snapshot) => {
        const read = await first(snapshot);
        const reading = rest(snapshot, read);
        reading.catch(() => {});
        // The next question leaves before whoever waits for the first part begins to work on it.
        await setImmediate();
        snapshot.handOut();
        resolve({ first: read, rest: whole });
        return reading;
      },
      part,
    );
    whole.catch(reject);
  });
}
