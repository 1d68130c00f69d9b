import { createHash } from "node:crypto";
import { DEFAULT_LOCALE, type Locale } from "../locale";
import { type Result, fail, ok } from "../result";
import { type DayError, readReceivedOn } from "../survey/entry";
import { type ItemError, type ResponseContent, parseResponse } from "../survey/response";
import { channelOf, languageOf, valueOf } from "./cell-values";
import { type ImportEdition, ROW_FIELDS, importColumns } from "./columns";
import { type ImportMapping, wordOf } from "./mapping";
import { normalisedDay } from "./private-columns";

/** An answer of a file, as it may be kept. */
export interface ImportedAnswer {
  readonly content: Omit<ResponseContent, "idempotencyKey" | "locale">;
  readonly receivedOn: string;
  readonly locale: Locale;
}

/** A row that may be kept; `said` is equal where two rows say the same, and leads back to nothing else. */
export interface CheckedRow extends ImportedAnswer {
  readonly said: string;
}

/** Why a cell was refused: by the rules of a reader's answer, or those of what an officer says about it. */
export type CellError = ItemError | { code: DayError | "not-a-channel" | "not-a-language" | "empty" | "only-optional" };

/** What is wrong with one cell; `place` is its column's, null where it is the whole row or a column that is not there. */
export interface RowProblem {
  readonly place: number | null;
  readonly field: string;
  readonly error: CellError;
}

/**
 * Reads rows as a reader's answers are read (lib/survey/response.ts), one by one, or says everything that is wrong with
 * one. `today` (`YYYY-MM-DD`) is the last day on which an answer can have come.
 */
export function rowChecker(
  edition: ImportEdition,
  mapping: ImportMapping,
  today: string,
): (cells: readonly string[]) => Result<CheckedRow, RowProblem[]> {
  const columns = importColumns(edition, DEFAULT_LOCALE).filter(
    ({ kind }) => !(ROW_FIELDS as readonly string[]).includes(kind),
  );
  return (cells) => {
    const cellOf = (field: string) => cells[mapping.columns[field] ?? -1] ?? "";
    const problems: RowProblem[] = [];
    const refuse = (field: string, error: CellError) =>
      problems.push({ place: mapping.columns[field] ?? null, field, error });
    const isBlank = (field: string) => wordOf(cellOf(field)) === "";

    const locale = isBlank("locale") ? mapping.fixed.locale : languageOf(wordOf(cellOf("locale")));
    if (!locale) refuse("locale", { code: "not-a-language" });
    const channel = isBlank("channel") ? mapping.fixed.channel : channelOf(edition, wordOf(cellOf("channel")));
    if (!channel) refuse("channel", { code: "not-a-channel" });
    const day = isBlank("received_on") ? mapping.fixed.receivedOn : normalisedDay(cellOf("received_on"));
    const receivedOn = readReceivedOn(edition, day, today);
    if (!receivedOn.ok) refuse("received_on", { code: receivedOn.error });

    const answers = columns.map((column) => [column.field, valueOf(column, cellOf(column.field), mapping)] as const);
    const parsed = parseResponse(edition, { ...Object.fromEntries(answers), channel, idempotency_key: NO_KEY });
    if (!parsed.ok && parsed.error.kind !== "invalid") refuse("", { code: parsed.error.kind });
    if (!parsed.ok && parsed.error.kind === "invalid") {
      for (const [field, error] of Object.entries(parsed.error.items)) refuse(field, error);
    }
    if (problems.length > 0 || !parsed.ok || !receivedOn.ok || !locale) return fail(problems);
    const { idempotencyKey: _none, locale: _unsaid, ...content } = parsed.value;
    const answer = { content, receivedOn: receivedOn.value, locale };
    return ok({ ...answer, said: saidBy(answer, wordOf(cellOf("number"))) });
  };
}

/** The parser wants a key; the row's own is made when it is known how many there were like it (`importKey`). */
const NO_KEY = "00000000-0000-4000-8000-000000000000";

/**
 * The key of the `occurrence`th row (from 0) of those that say the same: the same whenever the file comes again, also
 * when rows were added to it. No reader can send it, since a form's keys are UUIDs.
 */
export function importKey(said: string, occurrence: number): string {
  return `import ${said} ${occurrence}`;
}

/** A contact is no part of it: it has a life time of its own, and a hash of a telephone number is soon guessed. */
function saidBy({ content, receivedOn, locale }: ImportedAnswer, number: string): string {
  const said = [number, receivedOn, locale, { ...content, contact: null }];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
