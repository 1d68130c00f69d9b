import { randomUUID } from "node:crypto";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Typed } from "@/app/admin/entry/entry-state";
import { answerErrors } from "@/app/admin/entry/read-entry";
import type { Edition } from "@/db/editions";
import type { OpenDifference } from "@/db/resolutions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { parseResponse } from "@/lib/survey/response";
import { type KeyedAnswers, type KeyedValue, comparedFields, keyedValues } from "@/lib/survey/second-keying";

/** What the form sent: for each differing field what was chosen, and the correction. */
export function typedChoices(differing: readonly string[], sent: FormData): Typed {
  return Object.fromEntries(
    differing.flatMap((field): [string, string | string[]][] => {
      const corrected = sent.getAll(`corrected.${field}`).filter((value) => typeof value === "string");
      const choice = sent.get(`choice.${field}`);
      return [
        [`choice.${field}`, typeof choice === "string" ? choice : ""],
        [`corrected.${field}`, field === "topics" ? corrected : (corrected[0] ?? "")],
      ];
    }),
  );
}

/** The answers that were chosen, by the rules of a reader's; or everything that is wrong with them. */
export function readChoices(
  form: Edition,
  open: OpenDifference,
  typed: Typed,
  locale: Locale,
): Result<KeyedAnswers, FieldError[]> {
  const t = translator(locale, "batches");
  const [first, second] = [keyedValues(form, open.first), keyedValues(form, open.second)];
  const fields = comparedFields(form);
  const unchosen: FieldError[] = [];
  const valueOf = (field: string): KeyedValue => {
    if (!open.differing.includes(field)) return first[field] ?? "";
    const choice = typed[`choice.${field}`];
    if (choice === "first") return first[field] ?? "";
    if (choice === "second") return second[field] ?? "";
    if (choice === "corrected") return typed[`corrected.${field}`] ?? "";
    unchosen.push({ field, message: t("difference.choose", { number: fields.indexOf(field) + 1 }) });
    return "";
  };
  const chosen = Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
  if (unchosen.length > 0) return fail(unchosen);
  const parsed = parseResponse(form, { ...chosen, idempotency_key: randomUUID() });
  if (parsed.ok) return ok(parsed.value);
  const [shown = ""] = open.differing;
  return fail(
    answerErrors(form, parsed.error, locale).map((error) =>
      open.differing.includes(error.field) ? error : { ...error, field: shown },
    ),
  );
}
