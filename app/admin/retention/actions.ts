"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { findEdition } from "@/db/editions";
import { RETAINED, deleteDue } from "@/db/retention";
import { translator } from "@/lib/messages/translator";
import { textOf } from "../account-form-state";

const Act = z.object({ retained: z.enum(RETAINED), agreed: z.hash("sha256") });

/** Deletes what is past its time, if it is still what the form was about; else says why not. */
export async function deletePastTime(_state: string | null, form: FormData): Promise<string> {
  const staff = await requireStaff("/admin/retention", "administrator");
  const here = `/admin/retention?${new URLSearchParams({ edition: textOf(form, "edition") })}`;
  const sent = Act.safeParse({ retained: form.get("retained"), agreed: form.get("agreed") });
  const edition = await findEdition(textOf(form, "edition"));
  if (!sent.success || !edition) notFound();
  const deleted = await deleteDue(staff, edition, sent.data, new Date());
  if (deleted.ok) redirect(here);
  refresh();
  return translator(await departmentLocale(), "retention")(deleted.error);
}
