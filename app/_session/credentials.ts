import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { recordRefusal, recordSignIn, recordSignOut } from "@/db/sign-ins";
import { authentication } from "./auth";
import { findStaff } from "./staff";

/**
 * Signs in and sets the session's cookie; for server actions. False when e-mail and password do not belong together,
 * whichever of them is wrong: both cases take one password hash's time.
 */
export async function enterCredentials(email: string, password: string): Promise<boolean> {
  const { api } = await authentication();
  try {
    const { user } = await api.signInEmail({ body: { email, password }, headers: await headers() });
    await recordSignIn(user, "password");
    return true;
  } catch (error) {
    if (!(error instanceof APIError) || !["UNAUTHORIZED", "BAD_REQUEST"].includes(String(error.status))) throw error;
    await recordRefusal(email);
    return false;
  }
}

/** Ends the session in the database and in the browser; does nothing for somebody who is not signed in. */
export async function leave(): Promise<void> {
  const { api } = await authentication();
  const staff = await findStaff();
  await api.signOut({ headers: await headers() });
  if (staff) await recordSignOut(staff);
}
