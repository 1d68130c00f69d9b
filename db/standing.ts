import { type SQL, and, eq, sql } from "drizzle-orm";
import type { Part } from "@/lib/analysis/results-filter";
import { inPart } from "./part-condition";
import { response } from "./schema/survey";

// As the indexes say it: with the status as a parameter they could not be used.

/** Whether a response is counted. */
export const isValid: SQL = sql`${response.status} = 'valid'`;

/** Whether a response is kept without being counted, withdrawn ones among them. */
export const isSetAside: SQL = sql`${response.status} <> 'valid'`;

/** The valid responses of an edition, or of a part of it. */
export const validIn = (editionId: string, part?: Part): SQL | undefined =>
  and(eq(response.editionId, editionId), isValid, part && inPart(part));
