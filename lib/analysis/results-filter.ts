import { z } from "zod";
import { NONE, ResponseFilter } from "../survey/response-filter";
import { DIMENSIONS, type Dimension } from "./crosstab";

/**
 * Which answers results are counted of, null being no limit and `NONE` those without a value, and whether last year
 * stands beside them. For analysts: viewers may combine nothing.
 */
export const ResultsFilter = z.object({
  group: ResponseFilter.shape.group,
  channel: ResponseFilter.shape.channel,
  language: ResponseFilter.shape.language,
  compare: z.literal("none").nullable().catch(null),
});
export type ResultsFilter = z.infer<typeof ResultsFilter>;

/** A part of an edition's answers; null is no limit. */
export type Part = Pick<ResultsFilter, Dimension>;

/** No limit at all, and last year beside. */
export const EVERYBODY: ResultsFilter = { group: null, channel: null, language: null, compare: null };

/** Its fields, which are also the names in an address. */
export const RESULTS_FIELDS = Object.keys(ResultsFilter.shape) as readonly (keyof ResultsFilter)[];

/** The filter that an address asks for; what cannot be a filter narrows nothing. */
export function readResultsFilter(query: Readonly<Record<string, string | undefined>>): ResultsFilter {
  return ResultsFilter.parse(Object.fromEntries(RESULTS_FIELDS.map((field) => [field, query[field] ?? null])));
}

/** A filter as the query of an address, without what narrows nothing. */
export function resultsQuery(filter: Partial<ResultsFilter>): Record<string, string> {
  const entries = RESULTS_FIELDS.map((field) => [field, filter[field]] as const);
  return Object.fromEntries(entries.flatMap(([field, value]) => (value ? [[field, value]] : [])));
}

/** Whether it is less than everybody. */
export function isNarrowed(part: Part): boolean {
  return DIMENSIONS.some((by) => part[by] !== null);
}

/** The part alone, as what a list of its responses is narrowed to. */
export function listedPart({ group, channel, language }: Part): Part {
  return { group, channel, language };
}

/** Below so many answers comments beside a group, a channel or a language may tell whose they are (domain notes §3.7). */
export const FEW_FOR_WORDS = 8;

/** Whether the comments of a part are not read as a group's: its answers are too few. One by one they are, and noted. */
export const hidesWords = ({ group }: Part, valid: number): boolean => group !== null && valid < FEW_FOR_WORDS;

/** What the audit log notes of a look at a part: its limits, null for those without a value; empty for everybody. */
export function notedPart(part: Part): Record<string, string | null> {
  const limits = DIMENSIONS.flatMap((by) => (part[by] === null ? [] : [[by, part[by] === NONE ? null : part[by]]]));
  return Object.fromEntries(limits) as Record<string, string | null>;
}

/** Whether a year with these channels can have the part: a code that it does not know asks for nobody of it. */
export function hasPart({ channel }: Part, channels: readonly { readonly code: string }[]): boolean {
  return channel === null || channel === NONE || channels.some(({ code }) => code === channel);
}
