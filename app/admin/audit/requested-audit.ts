import { type AuditFilter, auditQuery, readAuditFilter } from "@/lib/audit-filter";
import type { Query } from "../query";

/** Which stretch of which part of the log: the events before one, or from the newest on. */
export interface RequestedAudit {
  readonly filter: AuditFilter;
  readonly before: number | undefined;
}

/** Reads what an address asks for. */
export async function requestedAudit(query: Query): Promise<RequestedAudit> {
  const pairs = Object.entries(await query).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  const search = new URLSearchParams(pairs);
  const before = search.get("before") ?? "";
  return { filter: readAuditFilter(search), before: /^[0-9]{1,15}$/.test(before) ? Number(before) : undefined };
}

/** The address of such a stretch. */
export function auditAddress(filter: AuditFilter, before?: number): string {
  const query = auditQuery(filter, before);
  return query ? `/admin/audit?${query}` : "/admin/audit";
}
