import { csvOf } from "@/lib/export/csv";
import { templateHeader } from "@/lib/import/template";
import { templateRoute } from "../template-route";

/** The template of an edition's answers as CSV: the names of its columns, and nothing that would be taken for an answer. */
export function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const type = "text/csv; charset=utf-8";
  return templateRoute(params, { extension: "csv", type }, async (edition, locale) => {
    const none = (async function* () {})();
    let text = "";
    for await (const chunk of csvOf(templateHeader(edition, locale), none)) text += chunk;
    return text;
  });
}
