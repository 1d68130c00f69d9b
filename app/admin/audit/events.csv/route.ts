import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaffForRoute } from "@/app/_session/staff";
import { noteAct } from "@/db/audit";
import { readAuditEvents } from "@/db/audit-log";
import { readAuditFilter } from "@/lib/audit-filter";
import { auditHeader, auditRow } from "@/lib/export/audit-table";
import { csvOf } from "@/lib/export/csv";
import { translator } from "@/lib/messages/translator";
import { dayIn } from "@/lib/survey/edition";
import { headersOf, streamDownload } from "../../exports/stream-download";
import { requestedEdition } from "../../requested-edition";
import { zoneWords } from "../zone-words";

/** The events of the audit log that a filter leaves, as CSV; that they were taken is noted among them. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaffForRoute("administrator");
  if (!staff.ok) return staff.error;
  const locale = await departmentLocale();
  const { timeZone } = (await requestedEdition(undefined)).edition;
  const filter = readAuditFilter(new URL(request.url).searchParams);
  const day = dayIn(timeZone, new Date());
  const full = `${translator(locale, "audit")("fileName", { day })}.csv`;
  const name = { ascii: `audit-log-${day}.csv`, full, type: "text/csv; charset=utf-8" };
  // Nobody would read the body.
  if (request.method === "HEAD") return new Response(null, { headers: headersOf(name) });
  await noteAct(staff.value, { act: "audit.exported", after: setIn(filter) });
  const rows = async function* () {
    for await (const event of readAuditEvents(staff.value, filter, timeZone)) yield auditRow(event, locale, timeZone);
  };
  return streamDownload(async (write) => {
    for await (const chunk of csvOf(auditHeader(locale, zoneWords(timeZone, locale)), rows())) await write(chunk);
  }, name);
}

/** The conditions that narrow something. */
function setIn(filter: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
