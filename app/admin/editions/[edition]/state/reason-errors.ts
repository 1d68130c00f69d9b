import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { countCharacters, isBlank, isStorable } from "@/lib/survey/text";

/** As the database has it. */
const LONGEST_REASON = 500;

/** What is wrong with the reason for an unsealing. */
export function reasonErrors(reason: string, locale: Locale): FieldError[] {
  const t = translator(locale, "editions");
  const excess = countCharacters(reason) - LONGEST_REASON;
  const message = isBlank(reason)
    ? t("act.reasonMissing")
    : !isStorable(reason)
      ? t("act.reasonUnstorable")
      : excess > 0
        ? t("act.reasonTooLong", { excess })
        : null;
  return message === null ? [] : [{ field: "reason", message }];
}
