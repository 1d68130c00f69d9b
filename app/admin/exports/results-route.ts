import { plainAnswer } from "@/app/_session/plain-answer";
import { mayActAs, requireStaffForRoute } from "@/app/_session/staff";
import { noteAct } from "@/db/audit";
import { type Edition, listEditions } from "@/db/editions";
import { EVERYBODY, type ResultsFilter, isNarrowed, notedPart, readResultsFilter } from "@/lib/analysis/results-filter";
import type { ChartedEdition } from "@/lib/charts/rating-chart";
import type { ShownResults } from "@/lib/export/results-workbook";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { partWords } from "@/lib/part-words";
import type { Staff } from "@/lib/staff";
import { readForFile } from "../results/read-results";
import { editionBefore } from "../results/results-view";
import { readShownResults } from "../results/shown-view";
import { requestedExport } from "./requested-export";
import { headersOf } from "./stream-download";

type Format = "xlsx" | "svg" | "png";
type Make = (shown: ChartedEdition & ShownResults) => Promise<Uint8Array<ArrayBuffer> | string>;

/** Answers a GET (or HEAD) of what the results page shows, as a file: what the same person would see on the page. */
export async function resultsRoute(
  request: Request,
  params: Promise<{ edition: string }>,
  extension: Format,
  make: Make,
): Promise<Response> {
  const staff = await requireStaffForRoute("viewer");
  if (!staff.ok) return staff.error;
  const filter = mayActAs(staff.value, "analyst") ? readResultsFilter(queryOf(request)) : EVERYBODY;
  const content = isNarrowed(filter) ? "part" : "results";
  const asked = await requestedExport((await params).edition, extension, content);
  if (!asked.ok) return asked.error;
  const { edition, locale, name } = asked.value;
  if (request.method === "HEAD") return new Response(null, { headers: headersOf(name) });
  const shown = await readOwn(staff.value, edition, filter, extension);
  if (!shown || shown.results.valid === 0) return plainAnswer(translator(locale, "results")("takeAway.nothing"), 404);
  const breakdown = shown.k === null && shown.crosstabs.map(({ by }) => by);
  const after = { format: extension, ...notedPart(filter), ...(breakdown && breakdown.length > 0 && { breakdown }) };
  await noteAct(staff.value, { act: "results.exported", subject: edition.slug, after });
  const part = partWords(filter, edition.channels, locale);
  const body = await make({ ...shown, edition, slug: edition.slug, locale, part, isDemo: env().DEMO });
  return new Response(body, { headers: headersOf(name) });
}

const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

/** The figures that somebody may see; only a workbook has breakdowns. */
async function readOwn(staff: Staff, edition: Edition, filter: ResultsFilter, format: Format) {
  const of = { edition, before: editionBefore(edition, await listEditions()) };
  if (mayActAs(staff, "analyst"))
    return { ...(await readForFile(staff, { ...of, filter }, format === "xlsx")), k: null };
  const shown = await readShownResults(staff, { ...of, by: "group" }, new Date());
  return shown && { ...shown, k: env().SMALLEST_CELL };
}
