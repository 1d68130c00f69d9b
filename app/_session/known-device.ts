import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { secretFor } from "@/app/_sender/page-secret";
import { cookieAttributes, cookieName } from "./cookie-names";

/** The cookie of a browser in which somebody signed in before: guesses of strangers do not make it wait. */
const DEVICE_COOKIE = "device";
const HALF_A_YEAR_SECONDS = 180 * 24 * 60 * 60;

/** This browser's mark, if it signed in to the account of an e-mail before; null for any other. */
export async function knownDevice(email: string): Promise<string | null> {
  const [mark = "", signature = ""] = ((await cookies()).get(cookieName(DEVICE_COOKIE))?.value ?? "").split(".");
  const [sent, right] = [Buffer.from(signature), Buffer.from(await signatureOf(email, mark))];
  return sent.length === right.length && timingSafeEqual(sent, right) ? mark : null;
}

/** Marks this browser as one in which the account of an e-mail was signed in to; for server actions. */
export async function rememberDevice(email: string): Promise<void> {
  const mark = randomBytes(16).toString("base64url");
  const attributes = cookieAttributes(HALF_A_YEAR_SECONDS);
  (await cookies()).set(cookieName(DEVICE_COOKIE), `${mark}.${await signatureOf(email, mark)}`, attributes);
}

async function signatureOf(email: string, mark: string): Promise<string> {
  const text = `${email.toLowerCase()}\n${mark}`;
  return createHmac("sha256", await secretFor("device"))
    .update(text)
    .digest("base64url");
}
