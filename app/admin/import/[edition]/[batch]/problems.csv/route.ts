import { departmentLocale } from "@/app/_session/department-locale";
import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { headersOf, streamDownload } from "@/app/admin/exports/stream-download";
import { noteAct } from "@/db/audit";
import { factsOf } from "@/db/import-batches";
import { listBadRows } from "@/db/import-check";
import { csvOf } from "@/lib/export/csv";
import { translator } from "@/lib/messages/translator";
import { problemsOf } from "../problem-words";
import { type Params, findRequested } from "../requested-import";

/** Bad rows that are read at once. */
const A_CHUNK = 500;

/** Every bad cell of a file as CSV, for whoever corrects it. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const { edition: slug, batch: id } = await params;
  const locale = await departmentLocale();
  const t = translator(locale, "import");
  const found = await findRequested(staff.value, slug, id);
  if (!found) return plainAnswer(t("batch.gone"), 404);
  const full = `${t("check.fileName", { slug })}.csv`;
  const name = { ascii: `${slug}-import-mistakes.csv`, full, type: "text/csv; charset=utf-8" };
  // Nobody would read the body.
  if (request.method === "HEAD") return new Response(null, { headers: headersOf(name) });
  const { edition, batch } = found;
  await noteAct(staff.value, { act: "import.problems-exported", subject: slug, after: factsOf(batch) });
  const cells = async function* () {
    for (let after = 0; ;) {
      const rows = await listBadRows(staff.value, id, after, A_CHUNK);
      if (rows.length === 0) return;
      for (const row of rows)
        for (const { row: number, column, content, wrong } of problemsOf(edition, batch, row, locale))
          yield [number, column, content, wrong];
      after = rows.at(-1)?.number ?? after;
    }
  };
  const header = [t("check.row"), t("check.cell"), t("check.content"), t("check.wrong")];
  return streamDownload(async (write) => {
    for await (const chunk of csvOf(header, cells())) await write(chunk);
  }, name);
}
