import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { noteAct } from "@/db/audit";
import { type EditionSnapshot, withEditionSnapshot } from "@/db/snapshot";
import { TooManyResponses, MOST_RESPONSES_IN_XLSX } from "@/lib/export/xlsx";
import { translator } from "@/lib/messages/translator";
import { takeExportSlot } from "./export-slots";
import { type RequestedExport, requestedExport } from "./requested-export";
import { headersOf, streamDownload } from "./stream-download";

type Chunks = (asked: RequestedExport, snapshot: EditionSnapshot) => AsyncIterable<Uint8Array | string>;

/** Answers a GET (or HEAD) of an export: for analysts, from one snapshot, as far as other downloads leave room. */
export async function exportRoute(
  request: Request,
  params: Promise<{ edition: string }>,
  extension: "csv" | "xlsx",
  chunks: Chunks,
): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const asked = await requestedExport((await params).edition, extension);
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  // Nobody would read the body, and its transaction would wait for a reader.
  if (request.method === "HEAD") return new Response(null, { headers: headersOf(name) });
  const t = translator(locale, "department");
  const leave = takeExportSlot();
  if (!leave) return plainAnswer(t("exports.busy"), 503);
  await noteAct(staff.value, { act: "responses.exported", subject: edition.slug, after: { format: extension } });
  const produce = (write: (chunk: Uint8Array | string) => Promise<void>) =>
    withEditionSnapshot(staff.value, edition.id, async (snapshot) => {
      for await (const chunk of chunks(asked.value, snapshot)) await write(chunk);
    }).finally(leave);
  // The place is taken until the last byte: a client that goes away ends the snapshot, which gives it back.
  return streamDownload(produce, name).catch((error: unknown) => {
    if (!(error instanceof TooManyResponses)) throw error;
    return plainAnswer(t("exports.tooMany", { most: MOST_RESPONSES_IN_XLSX.toLocaleString(locale) }), 409);
  });
}
