import { notFound } from "next/navigation";
import { z } from "zod";
import { FILTER_FIELDS, type ResponseFilter, filterQuery, readResponseFilter } from "@/lib/survey/response-filter";
import { type Query, queryValue } from "../query";

/** Which stretch of which list: those after a response, or from the newest on. */
export interface RequestedList {
  readonly edition: string | undefined;
  readonly filter: ResponseFilter;
  readonly after: string | undefined;
}

/** Reads what an address asks for; 404 for a place in the list that cannot exist. */
export async function requestedList(query: Query): Promise<RequestedList> {
  const values = await Promise.all(
    FILTER_FIELDS.map(async (field) => [field, await queryValue(query, field)] as const),
  );
  const [edition, after] = [await queryValue(query, "edition"), await queryValue(query, "after")];
  if (after !== undefined && !z.uuid().safeParse(after).success) notFound();
  return { edition, filter: readResponseFilter(Object.fromEntries(values)), after };
}

interface ListAddress {
  readonly edition: string | undefined;
  readonly filter: Partial<ResponseFilter>;
  readonly after?: string | undefined;
}

/** The query of such a list's address. */
export function listQuery({ edition, filter, after }: ListAddress): string {
  const query = { ...(edition && { edition }), ...filterQuery(filter), ...(after && { after }) };
  return new URLSearchParams(query).toString();
}

/** The address of such a list. */
export function listAddress(asked: ListAddress): string {
  const query = listQuery(asked);
  return query ? `/admin/responses?${query}` : "/admin/responses";
}
