import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { type OpenItem, type RatingItem, openItemsOf, ratingItemsOf, scoreLabel } from "../survey/instrument";
import type { OptionalAnswers } from "../survey/optional-answers";
import type { Asks } from "../survey/optional-question";
import type { QualityFlag } from "../survey/quality-flag";
import type { ResponseStatus } from "../survey/response-status";
import { type Rating, SCORES } from "../survey/scale";
import { type OptionalColumn, hasColumns, optionalColumns } from "./optional-columns";

/**
 * A response as it is exported: `ratings` in the order of the instrument's rating items, texts by item key, topics in
 * any order. There is no contact: it never leaves with the answers.
 */
export interface ExportedResponse extends Omit<OptionalAnswers, "contact"> {
  readonly id: string;
  /** A day, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly channel: string | null;
  readonly status: ResponseStatus;
  readonly statusReason: string | null;
  readonly flags: readonly QualityFlag[];
  /** As `keptSeconds` has it; null where it was not timed. */
  readonly readingSeconds: number | null;
  readonly ratings: readonly Rating[];
  readonly verbatims: Readonly<Record<string, string>>;
}

/** Responses as they are read, many at once: a promise for each would take longer than its row. */
export type ResponseBatches = AsyncIterable<readonly ExportedResponse[]>;

/** What the exported responses answered: the instrument's items, and every optional question that was ever asked. */
export interface ExportedForm {
  readonly instrument: EditionDefinition["instrument"];
  readonly asks: Asks;
}

/** What a cell holds: a text or an ISO day, a real number, or nothing. */
export type Cell = string | number | null;

/** A table for a person: one header row, then rows of as many cells or fewer. */
export type Table = readonly [header: readonly string[], ...rows: (readonly Cell[])[]];

/** Where a column's cells come from, which decides how its codebook entry reads. */
export type ColumnSource =
  | { kind: "response"; field: (typeof RESPONSE_FIELDS)[number] }
  | { kind: "score"; item: RatingItem }
  | { kind: "label"; item: RatingItem }
  | { kind: "text"; item: OpenItem }
  | { kind: "optional"; of: OptionalColumn };

/** One column: `name` is stable, unique and the same in every language; `header` is what row 1 says. */
export interface Column {
  readonly name: string;
  readonly header: string;
  readonly source: ColumnSource;
  readonly cell: (response: ExportedResponse) => Cell;
}

/** What is exported of a response besides its answers, in order. */
const RESPONSE_FIELDS = [
  "id",
  "received_on",
  "language",
  "channel",
  "status",
  "status_reason",
  "reading_seconds",
  "flags",
] as const;

/** The response table: its columns, and the cells of one response in their order. */
export interface ResponseTable {
  readonly columns: readonly Column[];
  /** Throws on a response that has an answer without a column, or another number of ratings than the columns. */
  row(response: ExportedResponse): Cell[];
}

/** Between a column's name and its readable title: scripts cut here, e.g. `header.split(" | ")[0]`. */
export const HEADER_SEPARATOR = " | ";

/**
 * The one definition of the response table, which CSV, XLSX and codebook share. A header is the column's name and then
 * its title, in one row: scripts need a key that stays when language or wording change, people need the words.
 * An item key has no dot and is none of an optional question's, so names are unique by construction.
 */
export function responseTable({ instrument, asks }: ExportedForm, locale: Locale): ResponseTable {
  const t = translator(locale, "export");
  const noAnswer = t("noAnswer");
  const about = RESPONSE_FIELDS.map((field) =>
    column(`response.${field}`, t(`response.${field}`), { kind: "response", field }, FIELD_CELLS[field]),
  );
  const labels = new Map(SCORES.map((score) => [score, scoreLabel(instrument, score, locale)]));
  const ratings = ratingItemsOf(instrument).flatMap((item, place) => {
    const title = item.text[locale];
    const ratingOf = (response: ExportedResponse): Rating => response.ratings[place] ?? null;
    const labelOf = (rating: Rating) =>
      rating === null ? noAnswer : (labels.get(rating) ?? scoreLabel(instrument, rating, locale));
    return [
      column(item.key, title, { kind: "score", item }, ratingOf),
      column(`${item.key}.label`, t("label", { title }), { kind: "label", item }, (response) =>
        labelOf(ratingOf(response)),
      ),
    ];
  });
  const texts = openItemsOf(instrument).map((item) =>
    column(item.key, item.text[locale], { kind: "text", item }, ({ verbatims }) => verbatims[item.key] ?? null),
  );
  const optional = optionalColumns(asks, locale).map(({ name, title, of, cell }) =>
    column(name, title, { kind: "optional", of }, cell),
  );
  const columns = [...about, ...ratings, ...texts, ...optional];
  const keys = new Set(texts.map(({ name }) => name));
  return {
    columns,
    row: (response) => {
      const fits =
        response.ratings.length * 2 === ratings.length &&
        isWithin(keys, response.verbatims) &&
        hasColumns(asks, response);
      // It answered another instrument: its answers would shift, or be left out and nobody would know.
      if (!fits) throw new RangeError(`response ${response.id} does not answer the exported instrument`);
      return columns.map(({ cell }) => cell(response));
    },
  };
}

function column(name: string, title: string, source: ColumnSource, cell: Column["cell"]): Column {
  return { name, header: `${name}${HEADER_SEPARATOR}${title}`, source, cell };
}

function isWithin(keys: ReadonlySet<string>, verbatims: ExportedResponse["verbatims"]): boolean {
  return Object.keys(verbatims).every((key) => keys.has(key));
}

/** Between the codes in a cell of flags. */
const FLAG_SEPARATOR = ";";

const FIELD_CELLS: Record<(typeof RESPONSE_FIELDS)[number], Column["cell"]> = {
  id: ({ id }) => id,
  received_on: ({ receivedOn }) => receivedOn,
  language: ({ locale }) => locale,
  channel: ({ channel }) => channel,
  status: ({ status }) => status,
  status_reason: ({ statusReason }) => statusReason,
  reading_seconds: ({ readingSeconds }) => readingSeconds,
  flags: ({ flags }) => flags.join(FLAG_SEPARATOR) || null,
};
