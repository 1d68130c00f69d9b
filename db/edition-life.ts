import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { AuditAct } from "@/lib/audit";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EditionDefinition } from "@/lib/survey/edition";
import { type EditionAct, type RoundRefusal, afterAct } from "@/lib/survey/edition-life";
import { type PrivacyElement, emptyElementsOf } from "@/lib/survey/privacy-notice";
import { recordAct } from "./audit";
import { database } from "./client";
import { lockEdition } from "./lock-edition";
import { edition } from "./schema/survey";
import { editionUnsealing } from "./schema/unsealing";

/** An act as it was asked for: from a page that showed the edition's `revision`. Unsealing alone needs its reason. */
export interface AskedAct {
  readonly act: EditionAct;
  readonly revision: number;
  readonly reason: string;
}

/** Why an act was not done; `changed`: the edition is no longer what the page showed. */
export type ActRefusal =
  | { readonly kind: "changed" | RoundRefusal }
  | { readonly kind: "empty-notice"; readonly elements: readonly PrivacyElement[] };

/**
 * Takes an edition a step through its life, for an administrator. Waits for answers that are just being kept, and lets
 * later ones wait. Throws when there is no such edition.
 */
export async function actOnEdition(
  staff: Staff,
  slug: string,
  { act, revision, reason }: AskedAct,
  now: Date,
): Promise<Result<null, ActRefusal>> {
  return database().transaction(async (tx) => {
    const row = await lockEdition(tx, slug);
    if (row.revision !== revision) return fail({ kind: "changed" });
    const after = afterAct(row, act, now);
    if (!after.ok) return fail({ kind: after.error });
    const elements = emptyElementsOf(row);
    if (after.value.state === "open" && elements.length > 0) return fail({ kind: "empty-notice", elements });
    if (act === "unseal") {
      const mark = { id: randomUUID(), editionId: row.id, staffName: staff.name, reason };
      await tx.insert(editionUnsealing).values(mark);
    }
    await tx
      .update(edition)
      .set({ ...after.value, revision: row.revision + 1 })
      .where(eq(edition.id, row.id));
    await recordAct(tx, staff, {
      act: LOGGED_AS[act],
      subject: slug,
      before: auditedRound(row),
      after: { ...auditedRound(after.value), ...(act === "unseal" ? { reason } : {}) },
    });
    return ok(null);
  });
}

const LOGGED_AS: Readonly<Record<EditionAct, AuditAct>> = {
  schedule: "edition.scheduled",
  open: "edition.opened",
  recall: "edition.recalled",
  close: "edition.closed",
  reopen: "edition.reopened",
  seal: "edition.sealed",
  disclose: "edition.disclosed",
  unseal: "edition.unsealed",
};

const auditedRound = ({ state, opensAt, closesAt }: Pick<EditionDefinition, "state" | "opensAt" | "closesAt">) => ({
  state,
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
});
