import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { recordOwnAct } from "@/db/sign-ins";
import { authentication } from "./auth";
import type { Owner } from "./staff";

/** What an authenticator app needs, and the recovery codes: shown once. */
export interface TwoFactorSecret {
  readonly uri: string;
  readonly codes: readonly string[];
}

/** Starts to set up a second factor for whoever gave their password; null when they have one. Nothing is asked yet. */
export async function startTwoFactor(password: string, issuer: string): Promise<TwoFactorSecret | null> {
  const { api } = await authentication();
  const started = await orNull(async () =>
    api.enableTwoFactor({ body: { password, issuer, method: "totp" }, headers: await headers() }),
  );
  return started && "totpURI" in started ? { uri: started.totpURI, codes: started.backupCodes } : null;
}

/** Switches the second factor on by a right code of the app, in a new session; false when it is wrong. */
export async function confirmTwoFactor(owner: Owner, typed: string): Promise<boolean> {
  const { api } = await authentication();
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  const right = await orNull(async () => api.verifyTOTP({ body: { code }, headers: await headers() }));
  if (right) await recordOwnAct(owner, "two-factor.enabled");
  return right !== null;
}

/** New recovery codes in place of those before, for whoever gave their password. */
export async function renewRecoveryCodes(owner: Owner, password: string): Promise<readonly string[] | null> {
  const { api } = await authentication();
  const renewed = await orNull(async () => api.generateBackupCodes({ body: { password }, headers: await headers() }));
  if (renewed) await recordOwnAct(owner, "two-factor.codes-renewed");
  return renewed?.backupCodes ?? null;
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof APIError && ["UNAUTHORIZED", "BAD_REQUEST"].includes(String(error.status))) return null;
    throw error;
  }
}
