import type { Entry } from "@/app/_session/credentials";
import { minutesUntil } from "@/app/_session/password-guess";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Where a right password leads: on to `next`, or first to the question for the second factor. */
export function wayOn(entry: Entry, next: string): string {
  return entry === "in" ? next : `/admin/sign-in/second-factor?next=${encodeURIComponent(next)}`;
}

/** That there were too many wrong passwords, and how long to wait. */
export function waitText(locale: Locale, until: Date): string {
  return translator(locale, "account")("signIn.wait", { minutes: minutesUntil(until) });
}

/** Where somebody goes who has just been given a new password: on, or to sign in with it where that did not work. */
export function wayOnAfter(entry: Entry | null): string {
  return entry ? wayOn(entry, "/admin") : "/admin/sign-in";
}
