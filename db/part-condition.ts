import { type SQL, and, eq, isNull } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Part } from "@/lib/analysis/results-filter";
import { NONE } from "@/lib/survey/response-filter";
import { response } from "./schema/survey";

/** What a part of an edition's answers asks of a response; undefined for everybody. */
export function inPart({ channel, group, language }: Part): SQL | undefined {
  return and(
    hasValue(response.channel, channel),
    hasValue(response.stakeholderGroup, group),
    hasValue(response.locale, language),
  );
}

/** What a filter's value asks of a column: nothing where it is null, and no value where it is `NONE`. */
function hasValue(column: PgColumn, value: string | null): SQL | undefined {
  if (value === null) return undefined;
  return value === NONE ? isNull(column) : eq(column, value);
}
