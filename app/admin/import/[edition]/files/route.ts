import { createHash } from "node:crypto";
import { logFailure } from "@/app/_observe/log-failure";
import { requireStaffForRoute } from "@/app/_session/staff";
import { readSentForm, seeOther } from "@/app/admin/sent-form";
import { findEdition } from "@/db/editions";
import { isStorageFailure } from "@/db/errors";
import { stageImport } from "@/db/import-batches";
import { withoutPrivate } from "@/lib/import/private-columns";
import { LARGEST_FILE, readTable } from "@/lib/import/read-file";
import { entryRefusal } from "@/lib/survey/entry";
import { type UploadRefusal, importsAddress, stepAddress } from "../../import-addresses";

/**
 * Takes a file of answers and keeps its rows until they are accepted: 303 to the page where its columns are matched, or
 * back to where it was chosen with what is wrong. A route, since an action reads one megabyte.
 */
export async function POST(request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const { edition: slug } = await params;
  const edition = await findEdition(slug);
  if (!edition) return new Response(null, { status: 404 });
  const refuse = (reason: UploadRefusal) => seeOther(importsAddress(slug, reason));
  const refusal = entryRefusal(edition);
  if (refusal) return refuse(refusal);
  const bytes = await readFile(request);
  if (typeof bytes === "string") return refuse(bytes);
  const table = await readTable(bytes);
  if (!table.ok) return refuse(table.error);
  try {
    const hash = createHash("sha256").update(bytes).digest("hex");
    const file = { hash, table: withoutPrivate(table.value) };
    return seeOther(stepAddress(slug, await stageImport(staff.value, edition, file, new Date()), "columns"));
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return refuse("storage");
  }
}

async function readFile(request: Request): Promise<Uint8Array | "too-large" | "no-file"> {
  const form = await readSentForm(request, LARGEST_FILE);
  if (!form) return "too-large";
  const file = form.get("file");
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : "no-file";
}
