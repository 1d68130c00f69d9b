import type { Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { staffPolicy } from "./schema/staff-rights";

/** Whether everybody has to have a second factor before they come to anything else. */
export async function isTwoFactorRequired(db: Pick<Transaction, "select"> = database()): Promise<boolean> {
  const [policy] = await db.select({ required: staffPolicy.twoFactorRequired }).from(staffPolicy);
  return policy?.required ?? false;
}

/** Requires a second factor of everybody, or no longer; `from` is what stood there. False when somebody was quicker. */
export async function requireTwoFactor(by: Staff, { from, to }: { from: boolean; to: boolean }): Promise<boolean> {
  return database().transaction(async (tx) => {
    await tx.insert(staffPolicy).values({}).onConflictDoNothing();
    const [policy] = await tx.select({ required: staffPolicy.twoFactorRequired }).from(staffPolicy).for("update");
    if (policy?.required !== from) return false;
    if (from === to) return true;
    await tx.update(staffPolicy).set({ twoFactorRequired: to });
    const change = { before: { twoFactorRequired: from }, after: { twoFactorRequired: to } };
    await recordAct(tx, by, { act: "staff-policy.changed", ...change });
    return true;
  });
}
