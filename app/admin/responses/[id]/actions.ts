"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { changeStatus } from "@/db/response-status";
import { viewContact } from "@/db/response-view";
import { DECISION_REASONS } from "@/lib/survey/response-status";
import { STATUS_CHANGES, needsReason } from "@/lib/survey/status-change";
import { textOf } from "../../account-form-state";
import type { DecisionState } from "./decision-form";
import { oneAddress } from "./one-address";
import { refusedDecision } from "./refused-decision";

/** What a press on “show contact details” brought; null when they are gone. */
export interface ShownContact {
  readonly contact: string | null;
}

/** Reads the contact of a response, which is noted in the audit log. */
export async function showContact(_state: ShownContact | null, form: FormData): Promise<ShownContact> {
  const staff = await requireStaff("/admin/responses", "analyst");
  const id = z.uuid().safeParse(form.get("id"));
  return { contact: id.success ? await viewContact(staff, id.data) : null };
}

const Decision = z.object({
  id: z.uuid(),
  change: z.enum(STATUS_CHANGES),
  reason: z.enum(DECISION_REASONS).nullable().catch(null),
});

/** Changes how a response stands, unless somebody changed it since the form was made. */
export async function decide(_state: DecisionState | null, form: FormData): Promise<DecisionState> {
  const staff = await requireStaff("/admin/responses", "analyst");
  const here = oneAddress(textOf(form, "id"), textOf(form, "list"));
  const locale = await departmentLocale();
  const sent = Decision.safeParse(Object.fromEntries(["id", "change", "reason"].map((name) => [name, form.get(name)])));
  if (!sent.success) return refusedDecision(locale, form, "changeMissing");
  const { id, ...change } = sent.data;
  if (needsReason(change.change) && change.reason === null) return refusedDecision(locale, form, "reasonMissing");
  const changed = await changeStatus(staff, id, change, textOf(form, "from"));
  if (changed.ok) redirect(here);
  refresh();
  return refusedDecision(locale, form, changed.error);
}
