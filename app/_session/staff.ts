import { cache } from "react";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { ROLES, type Role, type Staff } from "@/lib/staff";
import { authentication } from "./auth";
import { departmentLocale } from "./department-locale";
import { plainAnswer } from "./plain-answer";

/** Somebody with the session that they are in. */
interface SignedIn {
  readonly staff: Staff;
  readonly sessionId: string;
}

/** Who is signed in on this request, and in which session, or null. The only place that makes a `Staff`. */
const findSession = cache(async (): Promise<SignedIn | null> => {
  const { api } = await authentication();
  const found = await api.getSession({ headers: await headers() });
  if (!found) return null;
  const { id, name, email, role } = found.user;
  return { staff: { id, name, email, role } as Staff, sessionId: found.session.id };
});

/** Who is signed in on this request, or null. */
export async function findStaff(): Promise<Staff | null> {
  return (await findSession())?.staff ?? null;
}

/**
 * Who is signed in, for a page or an action. Anybody else is sent to sign in and comes back to `here`, a path below
 * /admin; with too low a role they get the 403 page.
 */
export async function requireStaff(here: string, role: Role = "viewer"): Promise<Staff> {
  const staff = await findStaff();
  if (!staff) redirect(`/admin/sign-in?next=${encodeURIComponent(here)}`);
  if (!mayActAs(staff, role)) forbidden();
  return staff;
}

/** Who is signed in and in which session, for what everybody may do with their own account; else as `requireStaff`. */
export async function requireSession(here: string): Promise<SignedIn> {
  await requireStaff(here);
  return (await findSession()) ?? redirect("/admin/sign-in");
}

/** Who is signed in, for a route handler, or the answer to give instead: 401 or 403 in the person's language. */
export async function requireStaffForRoute(role: Role = "viewer"): Promise<Result<Staff, Response>> {
  const staff = await findStaff();
  if (staff && mayActAs(staff, role)) return ok(staff);
  const t = translator(await departmentLocale(), "department");
  return fail(staff ? plainAnswer(t("refused.role"), 403) : plainAnswer(t("refused.signIn"), 401));
}

/** Whether a member of staff has at least a role: viewer < analyst < administrator. */
export function mayActAs(staff: Pick<Staff, "role">, role: Role): boolean {
  return ROLES.indexOf(staff.role) >= ROLES.indexOf(role);
}
