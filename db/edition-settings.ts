import { eq } from "drizzle-orm";
import { auditedChanges } from "@/lib/audited-changes";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EditionDefinition } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import { recordAct } from "./audit";
import { database } from "./client";
import { lockEdition } from "./lock-edition";
import { edition } from "./schema/survey";

/** Some of an edition's settings, as they are to be. */
export type EditionChange = Partial<
  Pick<
    EditionDefinition,
    "reportTitle" | "company" | "privacyNotice" | "reportingPeriod" | "timeZone" | "opensAt" | "closesAt"
  >
>;

/** Why settings were not changed; `changed`: somebody else changed the edition since the form was made. */
export type ChangeRefusal = "changed" | "sealed";

/**
 * Changes an edition's settings, for an administrator, from a form that showed its `revision`; the log keeps what was
 * and what is. What is the same changes nothing and is not logged. Throws when there is no such edition.
 */
export async function changeEdition(
  staff: Staff,
  slug: string,
  revision: number,
  { reportingPeriod, ...rest }: EditionChange,
): Promise<Result<null, ChangeRefusal>> {
  const period = reportingPeriod && { periodStart: reportingPeriod.start, periodEnd: reportingPeriod.end };
  const change = { ...rest, ...period };
  return database().transaction(async (tx) => {
    const { id, state, revision: newest, ...settings } = await lockEdition(tx, slug);
    if (newest !== revision) return fail("changed");
    if (isSealed({ state })) return fail("sealed");
    const { before, after } = auditedChanges(settings, { ...settings, ...change });
    if (Object.keys(after).length === 0) return ok(null);
    await tx
      .update(edition)
      .set({ ...change, revision: newest + 1 })
      .where(eq(edition.id, id));
    await recordAct(tx, staff, { act: "edition.changed", subject: slug, before, after });
    return ok(null);
  });
}
