"use server";

import { z } from "zod";
import { requireStaff } from "@/app/_session/staff";
import { viewContact } from "@/db/response-view";

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
