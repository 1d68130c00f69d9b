import { eq } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { itemsOf } from "@/lib/survey/instrument";
import { nextEditionOf } from "@/lib/survey/next-edition";
import { recordAct } from "./audit";
import { database } from "./client";
import { type Edition, insertEdition } from "./editions";
import { edition } from "./schema/survey";

/** What became of making next year's edition: its slug, or that there is one already. */
export type NextOutcome = Result<string, "exists">;

/**
 * Makes next year's edition, a draft, from an edition as it was read, for an administrator. Two people at once make one.
 */
export async function makeNextEdition(staff: Staff, from: Edition, now: Date): Promise<NextOutcome> {
  const { id, instrumentId: _i, instrumentVersion, revision: _r, ...definition } = from;
  const next = nextEditionOf(definition);
  return database().transaction(async (tx): Promise<NextOutcome> => {
    // Whoever makes it from the same edition waits here, and then finds it made.
    await tx.select({ id: edition.id }).from(edition).where(eq(edition.id, id)).for("update");
    const taken = await tx.select({ id: edition.id }).from(edition).where(eq(edition.slug, next.slug));
    if (taken.length > 0) return fail("exists");
    await insertEdition(tx, next, now);
    const after = {
      from: from.slug,
      formVersion: instrumentVersion,
      items: itemsOf(next.instrument).length,
      channels: next.channels.length,
    };
    await recordAct(tx, staff, { act: "edition.copied", subject: next.slug, after });
    return ok(next.slug);
  });
}
