import { requireStaffForRoute } from "@/app/_session/staff";
import { withEditionSnapshot } from "@/db/snapshot";
import { responsesXlsx } from "@/lib/export/xlsx";
import { requestedExport } from "../../requested-export";
import { streamDownload } from "../../stream-download";

/** Every response of an edition, its distribution and its codebook as a workbook, from one snapshot. */
export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const asked = await requestedExport((await params).edition, "xlsx");
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  return streamDownload(
    (write) =>
      withEditionSnapshot(staff.value, edition.id, async ({ counts, responses }) => {
        for await (const chunk of responsesXlsx(edition, counts, responses(), locale)) await write(chunk);
      }),
    name,
  );
}
