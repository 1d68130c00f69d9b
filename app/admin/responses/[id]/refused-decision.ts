import type { StatusRefusal } from "@/db/response-status";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { textOf } from "../../account-form-state";
import { numberOf } from "../response-number";
import type { DecisionState } from "./decision-form";

/** What a decision form says when nothing was done; the reason that was chosen stays. */
export function refusedDecision(
  locale: Locale,
  form: FormData,
  why: StatusRefusal | "reasonMissing" | "changeMissing",
): DecisionState {
  const t = translator(locale, "responses");
  const title = t("number", { number: numberOf(textOf(form, "id")) });
  return {
    reason: textOf(form, "reason"),
    errors: [{ field: why === "reasonMissing" ? "reason" : "change", message: t(`decide.${why}`) }],
    heading: t("decide.refusedHeading"),
    documentTitle: t("decide.refusedTitle", { title }),
  };
}
