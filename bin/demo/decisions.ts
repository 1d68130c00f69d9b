import type { Edition } from "@/db/editions";
import { listResponses } from "@/db/response-list";
import { changeStatus } from "@/db/response-status";
import type { Role, Staff } from "@/lib/staff";
import { readResponseFilter } from "@/lib/survey/response-filter";
import type { DecisionReason } from "@/lib/survey/response-status";
import { type StatusChange, standingKey } from "@/lib/survey/status-change";
import { kept } from "./rounds";

/**
 * What the department decided of the answers of 2025: a test is excluded, proposed by one and confirmed by the other;
 * an insult is held and proposed, and waits for the administrator.
 */
export async function decide(people: Readonly<Record<Role, Staff>>, edition: Edition): Promise<void> {
  const { analyst, administrator } = people;
  const test = await findByWords(analyst, edition, "请忽略");
  await change(analyst, test, "propose", "TEST");
  await change(administrator, { ...test, proposal: { reason: "TEST", proposedBy: analyst.id } }, "confirm", null);
  const insult = await findByWords(analyst, edition, "饭桶");
  await change(analyst, insult, "hold", "ABUSE");
  await change(analyst, { ...insult, status: "on_hold", statusReason: "ABUSE" }, "propose", "ABUSE");
}

type Found = Awaited<ReturnType<typeof findByWords>>;

async function findByWords(staff: Staff, { id }: Edition, search: string) {
  const { rows } = await listResponses(staff, id, readResponseFilter({ search }), { limit: 2 });
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`${rows.length} answers say ${search}`);
  return { id: row.id, status: row.status, statusReason: row.statusReason, proposal: null };
}

async function change(
  staff: Staff,
  { id, ...standing }: Omit<Found, "proposal"> & Pick<Parameters<typeof standingKey>[0], "proposal">,
  to: StatusChange,
  reason: DecisionReason | null,
): Promise<void> {
  kept(await changeStatus(staff, id, { change: to, reason }, standingKey(standing)));
}
