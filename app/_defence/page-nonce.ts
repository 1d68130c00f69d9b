import { headers } from "next/headers";
import { nonceIn } from "./nonce";

/**
 * The nonce of the page being rendered, for its inline scripts and styles. It comes with the request as bin/serve.ts
 * made it; undefined where nothing did, as in tests of components.
 */
export async function pageNonce(): Promise<string | undefined> {
  return nonceIn((await headers()).get("content-security-policy")) ?? undefined;
}
