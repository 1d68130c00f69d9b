import { requireStaffForRoute } from "@/app/_session/staff";
import { withEditionSnapshot } from "@/db/snapshot";
import { responsesCsv } from "@/lib/export/csv";
import { requestedExport } from "../../requested-export";
import { streamDownload } from "../../stream-download";

/** Every response of an edition as CSV, from one snapshot. */
export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const asked = await requestedExport((await params).edition, "csv");
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  return streamDownload(
    (write) =>
      withEditionSnapshot(staff.value, edition.id, async (snapshot) => {
        for await (const chunk of responsesCsv(edition, snapshot.responses(), locale)) await write(chunk);
      }),
    name,
  );
}
