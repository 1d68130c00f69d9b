import type { FieldError } from "@/app/_ui/desk/error-summary";
import { textOf } from "@/app/admin/account-form-state";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import { columnLetter } from "@/lib/import/column-letter";
import { importColumns } from "@/lib/import/columns";
import type { ImportMapping } from "@/lib/import/mapping";
import { DEFAULT_LOCALE, type Locale, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { findChannel } from "@/lib/survey/channel";
import { dayIn } from "@/lib/survey/edition";
import { readReceivedOn } from "@/lib/survey/entry";

/** Reads which column is what, or everything that cannot be, in words. */
export function readColumns(
  edition: Edition,
  batch: ImportBatch,
  form: FormData,
  { now, locale }: { now: Date; locale: Locale },
): Result<Omit<ImportMapping, "words">, FieldError[]> {
  const t = translator(locale, "import");
  const known = importColumns(edition, locale);
  const chosen = known.flatMap(({ field, kind }) => {
    const sent = textOf(form, `column.${field}`);
    const isPlace = /^\d{1,3}$/.test(sent) && Number(sent) < batch.columns.length;
    return isPlace ? [{ field, kind, place: Number(sent) }] : [];
  });
  const errors: FieldError[] = [];
  for (const [at, { field, place }] of chosen.entries()) {
    if (chosen.findIndex((other) => other.place === place) === at) continue;
    const letter = columnLetter(batch.columns[place]?.place ?? place);
    errors.push({ field: `column.${field}`, message: t("errors.twice", { letter }) });
  }
  const has = (wanted: string) => chosen.some(({ field }) => field === wanted);
  const first = known.find(({ kind }) => kind === "rating" || kind === "open");
  if (!chosen.some(({ kind }) => kind === "rating" || kind === "open"))
    errors.push({ field: `column.${first?.field}`, message: t("errors.no-item") });
  const channel = findChannel(edition.channels, textOf(form, "channel"));
  if (!channel && !has("channel")) errors.push({ field: "channel", message: t("errors.no-channel") });
  const sentDay = textOf(form, "received_on");
  const day = readReceivedOn(edition, sentDay, dayIn(edition.timeZone, now));
  if (sentDay === "" && !has("received_on")) errors.push({ field: "received_on", message: t("errors.no-day") });
  if (sentDay !== "" && !day.ok) errors.push({ field: "received_on", message: t(`errors.${day.error}`) });
  if (errors.length > 0) return fail(errors);
  return ok({
    columns: Object.fromEntries(chosen.map(({ field, place }) => [field, place])),
    fixed: {
      channel,
      receivedOn: day.ok ? day.value : null,
      locale: findLocale(textOf(form, "locale")) ?? DEFAULT_LOCALE,
    },
  });
}

/** Reads what the words of a file's ratings mean; those that are no option are left out. */
export function readScores(form: FormData): ImportMapping["words"] {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
  const scores = texts("score");
  const pairs = texts("word").map((word, at) => [word, scores[at] ?? ""] as const);
  return Object.fromEntries(pairs.flatMap(([word, score]) => (/^[0-5]$/.test(score) ? [[word, Number(score)]] : [])));
}
