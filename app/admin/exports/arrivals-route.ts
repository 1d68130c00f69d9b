import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { noteAct } from "@/db/audit";
import { isNarrowed, notedPart, readResultsFilter } from "@/lib/analysis/results-filter";
import { arrivalsPicture } from "@/lib/charts/arrivals-picture";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { partWords } from "@/lib/part-words";
import { readArrivals } from "../results/read-results";
import { requestedExport } from "./requested-export";
import { headersOf } from "./stream-download";

/** Answers a GET (or HEAD) of the page's picture of arrivals, drawn as SVG and handed on as `make` has it. */
export async function arrivalsRoute(
  request: Request,
  params: Promise<{ edition: string }>,
  extension: "svg" | "png",
  make: (svg: string) => Promise<Uint8Array<ArrayBuffer> | string>,
): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const filter = readResultsFilter(Object.fromEntries(new URL(request.url).searchParams));
  const content = isNarrowed(filter) ? "arrivals-of-part" : "arrivals";
  const asked = await requestedExport((await params).edition, extension, content);
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  if (request.method === "HEAD") return new Response(null, { headers: headersOf(name) });
  const counted = await readArrivals(staff.value, edition, filter);
  if (counted.arrivals.periods.length === 0) return plainAnswer(translator(locale, "results")("takeAway.nothing"), 404);
  const after = { format: extension, content: "arrivals", ...notedPart(filter) };
  await noteAct(staff.value, { act: "results.exported", subject: edition.slug, after });
  const part = partWords(filter, edition.channels, locale);
  const body = await make(arrivalsPicture({ ...counted, edition, locale, part, isDemo: env().DEMO }));
  return new Response(body, { headers: headersOf(name) });
}
