import { createHash, randomBytes } from "node:crypto";

/** What a one-time link is for: a token of one kind is worth nothing for another. */
export type TokenPurpose = "set-up" | "invitation" | "new-password" | "sign-on";

/** The token of a new link: 256 random bits, to be shown once. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token. A fast hash is enough: nobody guesses 256 random bits. */
export function hashToken(purpose: TokenPurpose, token: string): string {
  return createHash("sha256").update(`${purpose}\n${token}`).digest("hex");
}
