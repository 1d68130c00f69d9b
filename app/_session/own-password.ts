import type { FieldError } from "@/app/_ui/desk/error-summary";
import { isPasswordOf } from "@/db/passwords";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { guessPassword, minutesUntil } from "./password-guess";
import type { Owner } from "./staff";

/**
 * What is wrong with the password that somebody signed in typed as theirs, if anything: a screen left open is no right
 * to guess it, so the guesses of their sessions are counted too, apart from those at the door.
 */
export async function guessOwnPassword(
  owner: Owner,
  password: string,
  field: string,
  locale: Locale,
): Promise<FieldError[]> {
  const t = translator(locale, "account");
  if (password === "") return [{ field, message: t("password.currentMissing") }];
  const attempt = async () => ((await isPasswordOf(owner, password)) ? true : null);
  const guess = await guessPassword(owner.email, attempt, "signed in");
  if (guess === null) return [{ field, message: t("password.currentWrong") }];
  if ("right" in guess) return [];
  return [{ field, message: t("password.wait", { minutes: minutesUntil(guess.waitsUntil) }) }];
}
