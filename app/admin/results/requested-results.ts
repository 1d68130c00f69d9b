import { type Dimension, findDimension } from "@/lib/analysis/crosstab";
import { RESULTS_FIELDS, type ResultsFilter, readResultsFilter, resultsQuery } from "@/lib/analysis/results-filter";
import { type Query, queryValue } from "../query";

/** What an address of results asks for: of which edition and which part, and by what it is broken down. */
export interface ResultsAddress {
  readonly edition: string | undefined;
  readonly by: Dimension | null;
  readonly filter: ResultsFilter;
}

/** Reads what an address asks for. */
export async function requestedResults(query: Query): Promise<ResultsAddress> {
  const by = findDimension(await queryValue(query, "by"));
  return { edition: await queryValue(query, "edition"), by, filter: await requestedFilter(query) };
}

/** Reads which part an address asks for. */
export async function requestedFilter(query: Query): Promise<ResultsFilter> {
  const values = RESULTS_FIELDS.map(async (field) => [field, await queryValue(query, field)] as const);
  return readResultsFilter(Object.fromEntries(await Promise.all(values)));
}

/** The address of such results; what narrows nothing is left out. */
export function resultsAddress({ edition, by, filter }: ResultsAddress): string {
  const query = new URLSearchParams({ ...(edition && { edition }), ...(by && { by }), ...resultsQuery(filter) });
  return query.size > 0 ? `/admin/results?${query}` : "/admin/results";
}
