import { templateXlsx } from "@/lib/import/template";
import { templateRoute } from "../template-route";

/** The template of an edition's answers as a workbook, with a sheet that says what goes in. */
export function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return templateRoute(params, { extension: "xlsx", type }, async (edition, locale) =>
    Uint8Array.from(await templateXlsx(edition, locale)),
  );
}
