import { APIError } from "better-auth/api";
import { cookies, headers } from "next/headers";
import { recordRefusal, recordRefusedCode, recordSignIn, recordSignOut } from "@/db/sign-ins";
import { authentication } from "./auth";
import { isAuthCookie } from "./cookie-names";
import { rememberDevice } from "./known-device";
import { type Guess, guessPassword } from "./password-guess";
import { findOwner } from "./staff";

/** Where a right password leads: in, or to the question for the second factor. */
export type Entry = "in" | "second-factor";

/**
 * Signs in and sets the session's cookie; for server actions. Null when e-mail and password do not belong together,
 * whichever of them is wrong: both cases take one password hash's time, and both are braked.
 */
export function enterCredentials(email: string, password: string): Promise<Guess<Entry>> {
  return guessPassword(email, () => enter(email, password));
}

/**
 * Signs in whoever has just set the password by a link, which was no guess: strangers' guesses at the account do not keep
 * its owner out. Null where the password is another by now.
 */
export function enterBySetPassword(email: string, password: string): Promise<Entry | null> {
  return enter(email, password);
}

async function enter(email: string, password: string): Promise<Entry | null> {
  const { api } = await authentication();
  try {
    const entered = await api.signInEmail({ body: { email, password }, headers: await headers() });
    if ("twoFactorRedirect" in entered) return "second-factor";
    await recordSignIn(entered.user, "password");
    await rememberDevice(email);
    return "in";
  } catch (error) {
    if (!(error instanceof APIError) || !["UNAUTHORIZED", "BAD_REQUEST"].includes(String(error.status))) throw error;
    await recordRefusal(email);
    return null;
  }
}

/** What came of a code: in, wrong, too late (sign in again), or too many wrong ones for now. */
export type CodeEntry = "in" | "wrong" | "over" | "wait";

/** Signs in whoever gave a right password before, by the code of their app or by a recovery code, which ends with it. */
export async function enterCode(typed: string): Promise<CodeEntry> {
  const { api } = await authentication();
  const code = typed.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  const request = { body: { code }, headers: await headers() };
  const isRecovery = !/^\d{6}$/.test(code);
  try {
    const { user } = isRecovery ? await api.verifyBackupCode(request) : await api.verifyTOTP(request);
    await recordSignIn(user, isRecovery ? "recovery code" : "code");
    await rememberDevice(user.email);
    return "in";
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const problem = error.body?.code ?? "";
    if (problem === "ACCOUNT_TEMPORARILY_LOCKED") return "wait";
    if (!["INVALID_CODE", "INVALID_BACKUP_CODE"].includes(problem)) return "over";
    await recordRefusedCode(await challenge());
    return "wrong";
  }
}

/** Ends the session in the database and in the browser; does nothing for somebody who is not signed in. */
export async function leave(): Promise<void> {
  const { api } = await authentication();
  const owner = await findOwner();
  await api.signOut({ headers: await headers() });
  if (owner) await recordSignOut(owner);
}

/** The name of the question for a second factor that this browser was asked: what its cookie signs. */
async function challenge(): Promise<string> {
  const found = (await cookies()).getAll().find(({ name }) => isAuthCookie(name, "two_factor"));
  return found?.value.split(".")[0] ?? "";
}
