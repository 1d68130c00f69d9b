import { z } from "zod";

/**
 * Why somebody who came by single sign-on is not let in: they gave up; the issuer is down, or said what it must not; the
 * try is over or used; their e-mail is not verified; nobody of ours has it; the account is linked to somebody else
 * there; or a second factor is due that the issuer did not confirm.
 */
export const SIGN_ON_REFUSALS = [
  "cancelled",
  "provider",
  "invalid",
  "over",
  "unverified",
  "unknown",
  "other-person",
  "second-factor",
] as const;
export type SignOnRefusal = (typeof SIGN_ON_REFUSALS)[number];

/** Who an issuer says that somebody is. Issuer and subject name them for ever; the e-mail may change. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; null unless the issuer says that it is verified. */
  readonly email: string | null;
  readonly name: string | null;
  /** The issuer says that it asked for more than one factor. */
  readonly secondFactor: boolean;
}

const Claims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  email: z.email().max(100).optional().catch(undefined),
  // Some issuers write it as a string.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: z.string().trim().min(1).optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
});

/**
 * What the checked claims of an ID token tell of somebody; null when they name no issuer or subject. OpenID Connect Core
 * 1.0, 5.1; `mfa` among the methods is RFC 8176, 2. A name has at most 100 characters, as ours have.
 */
export function identityOf(claims: unknown): Identity | null {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return null;
  const { iss, sub, email, email_verified, name, amr } = parsed.data;
  return {
    issuer: iss,
    subject: sub,
    email: email && email_verified === true ? email.toLowerCase() : null,
    name: name ? [...name].slice(0, 100).join("").trim() : null,
    secondFactor: amr?.includes("mfa") ?? false,
  };
}
