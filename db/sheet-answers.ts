import { and, eq, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import type { KeyedAnswers } from "@/lib/survey/second-keying";
import { answerColumns } from "./answer-columns";
import { type Transaction, database } from "./client";
import { inListOrder } from "./optional-answers";
import { secondKeying } from "./schema/second-keying";
import { instrument, response } from "./schema/survey";

/** Whether an answer was withdrawn or its texts are deleted: its sheet cannot be compared with anything. */
const isGone = sql<boolean>`(${response.status} = 'withdrawn' or ${response.deletedTexts} <> '{}')`;

/** Whether the sheet of an answer could be keyed again and nobody did. */
export const isUnkeyed = sql<boolean>`(not ${isGone} and not exists (
  select from ${secondKeying} where ${secondKeying.responseId} = ${response.id}))`;

/** The sheet of a batch. */
export interface SheetPlace {
  readonly batchId: string;
  readonly sheet: number;
}

/** The answer that a sheet became, by its first keying. */
export interface SheetAnswer extends KeyedAnswers {
  readonly responseId: string;
  readonly sheet: number;
  readonly instrumentId: string;
  readonly enteredBy: string | null;
  /** It was withdrawn, or its texts were deleted once they had been kept long enough: there is nothing to compare. */
  readonly isGone: boolean;
}

/** The answer of a sheet, locked against changes beside ours; null where nobody typed the sheet. */
export async function lockSheet(tx: Transaction, { batchId, sheet }: SheetPlace): Promise<SheetAnswer | null> {
  const isSheet = and(eq(response.batchId, batchId), eq(response.sheet, sheet));
  const [locked] = await tx.select({ id: response.id }).from(response).where(isSheet).for("update");
  return locked ? readSheet(tx, locked.id, sheet) : null;
}

async function readSheet(tx: Transaction, responseId: string, sheet: number): Promise<SheetAnswer | null> {
  const [row] = await tx
    .select({
      responseId: response.id,
      instrumentId: response.instrumentId,
      enteredBy: response.enteredBy,
      isGone,
      ...answerColumns,
    })
    .from(response)
    .where(eq(response.id, responseId));
  return row ? { ...row, sheet, topics: inListOrder(row.topics) } : null;
}

/** The version of the form that a sheet was typed from, and nothing of what was typed; null where nobody typed it. */
export async function findSheetVersion(_staff: Staff, { batchId, sheet }: SheetPlace): Promise<number | null> {
  const [row] = await database()
    .select({ version: instrument.version })
    .from(response)
    .innerJoin(instrument, eq(instrument.id, response.instrumentId))
    .where(and(eq(response.batchId, batchId), eq(response.sheet, sheet)));
  return row?.version ?? null;
}
