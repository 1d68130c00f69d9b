import { headers } from "next/headers";
import { clientNetwork } from "@/app/_sender/client-network";
import { senderOf } from "@/db/senders";
import { forgiveGuess, takeGuess } from "@/db/sign-in-brake";
import { knownDevice } from "./known-device";

/** What came of a password: right, wrong, or not looked at before a moment, since there were too many wrong ones. */
export type Guess<T> = { readonly right: T } | { readonly waitsUntil: Date } | null;

/**
 * Tries a password of an e-mail's account, known or not, as often as the brake lets: `attempt` gives null when it is
 * wrong. `device` is whose guesses count alone; by default that of a browser that signed in to the account before.
 */
export async function guessPassword<T>(
  email: string,
  attempt: () => Promise<T | null>,
  device?: string,
): Promise<Guess<T>> {
  const now = new Date();
  const sender = await senderOf(clientNetwork(await headers()), now);
  const guesser = { email, sender, device: device ?? (await knownDevice(email)) };
  const waitsUntil = await takeGuess(guesser, now);
  if (waitsUntil) return { waitsUntil };
  const right = await attempt();
  if (right === null) return null;
  await forgiveGuess(guesser, now);
  return { right };
}

/** How many minutes there are until a moment, at least one, for a sentence that asks to wait. */
export function minutesUntil(moment: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 60_000));
}
