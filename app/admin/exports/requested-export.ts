import { departmentLocale } from "@/app/_session/department-locale";
import { plainAnswer } from "@/app/_session/plain-answer";
import { type Edition, findEdition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { dayIn } from "@/lib/survey/edition";
import type { DownloadName } from "./stream-download";

/** The forms in which responses and results are handed out. */
const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
} as const;

const FILE_NAMES = {
  responses: "exports.fileName",
  results: "exports.resultsFileName",
  part: "exports.partFileName",
  arrivals: "exports.arrivalsFileName",
  "arrivals-of-part": "exports.partArrivalsFileName",
} as const;

/** What an export's address asks for, and what its file will be called. */
export interface RequestedExport {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly name: DownloadName;
}

/** Reads an export's address: the edition of a slug in the person's language, or a 404 to answer with. */
export async function requestedExport(
  slug: string,
  extension: keyof typeof TYPES,
  content: keyof typeof FILE_NAMES = "responses",
): Promise<Result<RequestedExport, Response>> {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const edition = await findEdition(slug);
  if (!edition) return fail(plainAnswer(t("exports.unknownEdition"), 404));
  const day = dayIn(edition.timeZone, new Date());
  const full = `${t(FILE_NAMES[content], { report: edition.reportTitle[locale], day })}.${extension}`;
  const ascii = `${edition.slug}-${content}-${day}.${extension}`;
  return ok({ edition, locale, name: { ascii, full, type: TYPES[extension] } });
}
