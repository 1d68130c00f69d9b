import { randomBytes } from "node:crypto";

/** 128 random bits as 22 characters; always as long, so that one can take another's place in a page. */
export function newNonce(): string {
  return randomBytes(16).toString("base64url");
}

/** The nonce that a policy names for scripts, or null in a policy without one. */
export function nonceIn(policy: string | null | undefined): string | null {
  return /'nonce-([\w-]{22})'/.exec(policy ?? "")?.[1] ?? null;
}

/** A page made under one nonce, for an answer whose policy names another; as it was where either has none. */
export function renewNonce(html: string, made: string | null, answered: string | null): string {
  return made && answered ? html.replaceAll(made, answered) : html;
}
