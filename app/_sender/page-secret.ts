import { createHmac } from "node:crypto";
import { signingSecret } from "@/db/auth";

let read: Promise<string> | undefined;

/** A secret for one purpose, the same in every process of the installation. Readers' pages and cookies carry what it signs. */
export async function secretFor(purpose: "page-stamp" | "proof" | "proof-key" | "device"): Promise<string> {
  read ??= signingSecret();
  try {
    return createHmac("sha256", await read)
      .update(purpose)
      .digest("base64url");
  } catch (error) {
    read = undefined;
    throw error;
  }
}
