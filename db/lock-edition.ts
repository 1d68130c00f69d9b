import { eq } from "drizzle-orm";
import type { Transaction } from "./client";
import { edition } from "./schema/survey";

/** An edition's row, locked until the transaction ends against answers and other changes. Throws when there is none. */
export async function lockEdition(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({
      id: edition.id,
      state: edition.state,
      revision: edition.revision,
      reportTitle: edition.reportTitle,
      company: edition.company,
      privacyNotice: edition.privacyNotice,
      periodStart: edition.periodStart,
      periodEnd: edition.periodEnd,
      timeZone: edition.timeZone,
      opensAt: edition.opensAt,
      closesAt: edition.closesAt,
    })
    .from(edition)
    .where(eq(edition.slug, slug))
    .for("update");
  if (!row) throw new Error(`no edition ${slug}`);
  return row;
}
