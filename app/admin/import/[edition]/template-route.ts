import { departmentLocale } from "@/app/_session/department-locale";
import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { headersOf } from "@/app/admin/exports/stream-download";
import { type Edition, findEdition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Answers a GET of an edition's template for imports, for those who may import. */
export async function templateRoute(
  params: Promise<{ edition: string }>,
  { extension, type }: { extension: "csv" | "xlsx"; type: string },
  make: (edition: Edition, locale: Locale) => Promise<BlobPart>,
): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const locale = await departmentLocale();
  const edition = await findEdition((await params).edition);
  if (!edition) return plainAnswer(translator(locale, "department")("exports.unknownEdition"), 404);
  const full = `${translator(locale, "import")("template.fileName", { slug: edition.slug })}.${extension}`;
  const headers = headersOf({ ascii: `${edition.slug}-import-template.${extension}`, full, type });
  return new Response(new Blob([await make(edition, locale)]), { headers });
}
