import { z } from "zod";

/** A known weakness that may stay for a while: why it does no harm here, and the last day (UTC) on which that holds. */
const Exception = z.strictObject({
  advisory: z
    .string()
    .regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/, "must be an identifier such as GHSA-xxxx-xxxx-xxxx"),
  package: z.string().min(1),
  reason: z.string().min(40, "must be a sentence of at least 40 characters"),
  until: z.iso.date(),
});
export type AuditException = z.infer<typeof Exception>;

const Advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });
const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), Advisory])) })),
});

/** Parses docs/audit-exceptions.json. Throws a ZodError that names what is wrong. */
export function parseExceptions(json: string): readonly AuditException[] {
  return z.array(Exception).parse(JSON.parse(json));
}

/**
 * What `npm audit --json` reports and no exception covers on a day such as 2026-11-24, a line each, and every exception
 * that covers nothing any more. Null when the report is none, as when the registry could not be asked.
 */
export function judgeAudit(json: string, exceptions: readonly AuditException[], today: string): string[] | null {
  const report = Report.safeParse(parsed(json));
  if (!report.success) return null;
  const found = new Map<string, z.infer<typeof Advisory>>();
  for (const { via } of Object.values(report.data.vulnerabilities))
    for (const cause of via) if (typeof cause !== "string") found.set(cause.url.split("/").at(-1) ?? "", cause);
  const covers = (exception: AuditException) => found.get(exception.advisory)?.name === exception.package;
  const open = [...found].flatMap(([id, { name, title, severity }]) => {
    const exception = exceptions.find(({ advisory, package: of }) => advisory === id && of === name);
    if (exception && exception.until >= today) return [];
    return [`${severity}: ${name}: ${title} (${id})${exception ? `, excepted until ${exception.until}` : ""}`];
  });
  const idle = exceptions.filter((exception) => !covers(exception));
  return [...open, ...idle.map(({ advisory }) => `exception without need: ${advisory}`)];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
