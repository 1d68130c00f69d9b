import { cache } from "react";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { isTwoFactorRequired } from "@/db/staff-policy";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { ROLES, type Role, type Staff } from "@/lib/staff";
import { authentication } from "./auth";
import { departmentLocale } from "./department-locale";
import { plainAnswer } from "./plain-answer";

/** Somebody with a session: what is theirs they may change, and nothing else comes with it. */
export interface Owner extends Pick<Staff, "id" | "name" | "email" | "role"> {
  readonly sessionId: string;
  readonly twoFactor: boolean;
  /** A second factor is required and they have none: they may set it up, and sign out. */
  readonly lacksTwoFactor: boolean;
}

/** Where somebody sets up the second factor that is required of them. */
const TWO_FACTOR_PAGE = "/admin/account/two-factor";

/** Whose session the request has, whatever else is asked of them; null without one. */
export const findOwner = cache(async (): Promise<Owner | null> => {
  const { api } = await authentication();
  const found = await api.getSession({ headers: await headers() });
  if (!found) return null;
  const { id, name, email, role } = found.user;
  const twoFactor = found.user.twoFactorEnabled === true;
  const lacksTwoFactor = !twoFactor && !found.session.secondFactor && (await isTwoFactorRequired());
  return { id, name, email, role, sessionId: found.session.id, twoFactor, lacksTwoFactor };
});

/** Who is signed in on this request, or null. The only place that makes a `Staff`. */
export const findStaff = cache(async (): Promise<Staff | null> => {
  const owner = await findOwner();
  if (!owner || owner.lacksTwoFactor) return null;
  const { id, name, email, role } = owner;
  return { id, name, email, role } as Staff;
});

/**
 * Who is signed in, for a page or an action. Anybody else is sent to sign in and comes back to `here`, a path below
 * /admin; with too low a role they get the 403 page, and without a required second factor they set it up first.
 */
export async function requireStaff(here: string, role: Role = "viewer"): Promise<Staff> {
  const owner = await requireOwner(here);
  if (owner.lacksTwoFactor) redirect(TWO_FACTOR_PAGE);
  const staff = await findStaff();
  if (!staff || !mayActAs(staff, role)) forbidden();
  return staff;
}

/** Whose session it is, for what everybody may do with their own account; anybody else is sent to sign in. */
export async function requireOwner(here: string): Promise<Owner> {
  return (await findOwner()) ?? redirect(`/admin/sign-in?next=${encodeURIComponent(here)}`);
}

/** Who is signed in, for a route handler, or the answer to give instead: 401 or 403 in the person's language. */
export async function requireStaffForRoute(role: Role = "viewer"): Promise<Result<Staff, Response>> {
  const staff = await findStaff();
  if (staff && mayActAs(staff, role)) return ok(staff);
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  if (staff) return fail(plainAnswer(t("refused.role"), 403));
  if (!(await findOwner())) return fail(plainAnswer(t("refused.signIn"), 401));
  return fail(plainAnswer(translator(locale, "account")("twoFactor.refused"), 403));
}

/** Whether a member of staff has at least a role: viewer < analyst < administrator. */
export function mayActAs(staff: Pick<Staff, "role">, role: Role): boolean {
  return ROLES.indexOf(staff.role) >= ROLES.indexOf(role);
}
