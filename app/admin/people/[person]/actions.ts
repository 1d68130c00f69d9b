"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { makeResetLink } from "@/db/passwords";
import { changeRole, findPerson, removePerson } from "@/db/people";
import { endSession, endSessions } from "@/db/sessions";
import { switchTwoFactorOff } from "@/db/two-factor";
import { translator } from "@/lib/messages/translator";
import { textOf } from "../../account-form-state";
import { linkMade } from "../one-time-link";
import { roleIn } from "../role-options";

/** Gives a person another role, unless somebody else was quicker. */
export async function changePersonRole(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/people", "administrator");
  const [id, from, to] = [textOf(form, "person"), roleIn(form, "from"), roleIn(form, "role")];
  const changed = from && to ? await changeRole(staff, id, { from, to }) : null;
  return redirect(addressOf(id, changed?.ok === false ? `refused=${changed.error}` : "done=role"));
}

/** Removes a person. */
export async function removeFromPeople(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/people", "administrator");
  const id = textOf(form, "person");
  const removed = await removePerson(staff, id);
  redirect(removed.ok ? "/admin/people?done=removed" : addressOf(id, `refused=${removed.error}`));
}

/** Ends a session of a person, or all of them where the form names none. */
export async function endPersonSessions(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/people", "administrator");
  const [id, session] = [textOf(form, "person"), textOf(form, "session")];
  if (!(await findPerson(staff, id))) redirect(addressOf(id, "refused=gone"));
  await (session ? endSession(staff, id, session) : endSessions(staff, id, null));
  redirect(addressOf(id, "done=sessions"));
}

/** Makes a link to a new password and shows it, once. */
export async function makePersonResetLink(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/people", "administrator");
  const id = textOf(form, "person");
  const person = await findPerson(staff, id);
  // Its holder could not sign in by it.
  if (isSignOnOnly()) redirect(addressOf(id, ""));
  const made = person && (await makeResetLink(staff, person.email));
  if (!person || !made) return redirect(addressOf(id, "refused=gone"));
  const locale = await departmentLocale();
  const label = translator(locale, "people")("person.reset.link", { name: person.name });
  return linkMade(locale, "new-password", made.token, label);
}

/** Switches the second factor of a person off who lost telephone and recovery codes. */
export async function endPersonTwoFactor(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/people", "administrator");
  const id = textOf(form, "person");
  if (!(await findPerson(staff, id))) redirect(addressOf(id, "refused=gone"));
  await switchTwoFactorOff(staff, id);
  redirect(addressOf(id, "done=two-factor"));
}

/** Where a person who is gone, or never was, leads to the list. */
function addressOf(id: string, outcome: string): string {
  const gone = outcome === "refused=gone" || !/^[0-9a-f-]{36}$/i.test(id);
  return gone ? `/admin/people?refused=gone` : `/admin/people/${id}?${outcome}`;
}
