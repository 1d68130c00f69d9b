"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { findEdition } from "@/db/editions";
import { QUARANTINE_CHANGES, changeQuarantined } from "@/db/quarantine";
import { translator } from "@/lib/messages/translator";
import { SUSPICIONS } from "@/lib/survey/response-status";
import { textOf } from "../../account-form-state";

const Act = z.object({
  reason: z.enum(SUSPICIONS),
  change: z.enum(QUARANTINE_CHANGES),
  agreed: z.hash("sha256"),
});

/** Deals with all answers in quarantine for a reason, if they are still those that the form was about; else says why not. */
export async function dealWithQuarantine(_state: string | null, form: FormData): Promise<string> {
  const staff = await requireStaff("/admin/responses", "analyst");
  const slug = textOf(form, "edition");
  const sent = Act.safeParse(Object.fromEntries(["reason", "change", "agreed"].map((name) => [name, form.get(name)])));
  const edition = await findEdition(slug);
  if (!sent.success || !edition) notFound();
  const changed = await changeQuarantined(staff, edition, sent.data);
  const status = sent.data.change === "hold" ? `on_hold&reason=${sent.data.reason}` : "valid&reason=REVIEWED";
  if (changed.ok) redirect(`/admin/responses?edition=${slug}&status=${status}`);
  refresh();
  return translator(await departmentLocale(), "responses")(`quarantine.${changed.error}`);
}
