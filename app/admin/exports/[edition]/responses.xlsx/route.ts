import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { withEditionSnapshot } from "@/db/snapshot";
import { MOST_RESPONSES_IN_XLSX, TooManyResponses, responsesXlsx } from "@/lib/export/xlsx";
import { translator } from "@/lib/messages/translator";
import { requestedExport } from "../../requested-export";
import { streamDownload } from "../../stream-download";

/** Every response of an edition, its distribution and its codebook as a workbook, from one snapshot. */
export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const asked = await requestedExport((await params).edition, "xlsx");
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  const download = streamDownload(
    (write) =>
      withEditionSnapshot(staff.value, edition.id, async ({ counts, responses }) => {
        for await (const chunk of responsesXlsx(edition, counts, responses(), locale)) await write(chunk);
      }),
    name,
  );
  return download.catch((error: unknown) => {
    if (!(error instanceof TooManyResponses)) throw error;
    const most = MOST_RESPONSES_IN_XLSX.toLocaleString(locale);
    return plainAnswer(translator(locale, "department")("exports.tooMany", { most }), 409);
  });
}
