import { eq } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { staff } from "./schema/staff";
import { staffTwoFactor } from "./schema/staff-rights";

type SomeStaff = Pick<Staff, "id" | "name" | "email">;

/** Switches a person's second factor off: one's own, or a colleague's who lost telephone and recovery codes. */
export async function switchTwoFactorOff(by: SomeStaff, personId: string): Promise<void> {
  await database().transaction((tx) => endTwoFactor(tx, by, personId));
}

/** The same within a transaction. Nothing happens when there is none. */
export async function endTwoFactor(tx: Transaction, by: SomeStaff, personId: string): Promise<void> {
  const columns = { verified: staffTwoFactor.verified };
  const gone = await tx.delete(staffTwoFactor).where(eq(staffTwoFactor.staffId, personId)).returning(columns);
  const [person] = await tx
    .update(staff)
    .set({ twoFactorEnabled: false })
    .where(eq(staff.id, personId))
    .returning({ email: staff.email });
  if (person && gone.some(({ verified }) => verified))
    await recordAct(tx, by, { act: "two-factor.disabled", subject: person.email });
}
