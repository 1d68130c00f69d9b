import { createHash } from "node:crypto";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "../locale";
import { type Result, fail, ok } from "../result";
import { type DayError, readReceivedOn } from "../survey/entry";
import { type ItemError, type ResponseContent, parseResponse } from "../survey/response";
import { STAKEHOLDER_GROUP_NAMES, STAKEHOLDER_GROUPS } from "../survey/stakeholder-group";
import { TOPICS } from "../survey/topic";
import { type ImportColumn, type ImportEdition, importColumns } from "./columns";
import { type ImportMapping, wordOf } from "./mapping";
import { normalisedDay } from "./private-columns";

/** A row of a file that may be kept; `key` is the same whenever the same row of the same answers comes again. */
export interface CheckedRow {
  readonly key: string;
  readonly content: ResponseContent;
  readonly receivedOn: string;
  readonly locale: Locale;
}

/** What is wrong with one cell; `place` is its column, null where it is the whole row or a column that is not there. */
export interface RowProblem {
  readonly row: number;
  readonly place: number | null;
  readonly field: string;
  readonly error: ItemError | { code: DayError | "not-a-channel" | "not-a-language" | "empty" | "only-optional" };
}

type Row = { readonly number: number; readonly cells: readonly string[] };

/**
 * Reads rows as a reader's answers are read (lib/survey/response.ts), one after the other: equal rows without a number
 * of their own are told apart by how many there were before.
 */
export function rowChecker(
  edition: ImportEdition,
  mapping: ImportMapping,
  today: string,
): (row: Row) => Result<CheckedRow, RowProblem[]> {
  const columns = importColumns(edition, DEFAULT_LOCALE);
  const seen = new Map<string, number>();
  return ({ number, cells }) => {
    const cellOf = (field: string) => cells[mapping.columns[field] ?? -1] ?? "";
    const problems: RowProblem[] = [];
    const refuse = (field: string, error: RowProblem["error"]) =>
      problems.push({ row: number, place: mapping.columns[field] ?? null, field, error });

    const locale =
      languageOf(wordOf(cellOf("locale"))) ?? (cellOf("locale").trim() === "" ? mapping.fixed.locale : null);
    if (!locale) refuse("locale", { code: "not-a-language" });
    const channel =
      channelOf(edition, wordOf(cellOf("channel"))) ?? (cellOf("channel").trim() === "" ? mapping.fixed.channel : null);
    if (!channel) refuse("channel", { code: "not-a-channel" });
    const receivedOn = readReceivedOn(edition, normalisedDay(cellOf("received_on")) || mapping.fixed.receivedOn, today);
    if (!receivedOn.ok) refuse("received_on", { code: receivedOn.error });

    const answers = columns
      .filter(({ kind }) => !["number", "received_on", "channel", "locale"].includes(kind))
      .map((column) => [column.field, valueOf(column, cellOf(column.field), mapping)] as const);
    const fields = { ...Object.fromEntries(answers), channel, idempotency_key: NO_KEY };
    const parsed = parseResponse(edition, fields);
    if (!parsed.ok && parsed.error.kind !== "invalid") refuse("", { code: parsed.error.kind });
    if (!parsed.ok && parsed.error.kind === "invalid") {
      for (const [field, error] of Object.entries(parsed.error.items)) refuse(field, error);
    }
    if (problems.length > 0 || !parsed.ok || !receivedOn.ok || !locale) return fail(problems);
    const said = JSON.stringify([
      cellOf("number").trim(),
      receivedOn.value,
      locale,
      { ...parsed.value, idempotencyKey: "" },
    ]);
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    const key = keyOf(edition.slug, said, cellOf("number").trim() === "" ? before : 0);
    return ok({ key, content: { ...parsed.value, idempotencyKey: key }, receivedOn: receivedOn.value, locale });
  };
}

const NO_KEY = "00000000-0000-4000-8000-000000000000";

/** What a cell says, as a form would send it; what it does not know it hands on, for the parser to refuse. */
function valueOf({ kind }: ImportColumn, cell: string, { words }: ImportMapping): unknown {
  const word = wordOf(cell);
  if (kind === "open" || kind === "contact") return cell;
  if (word === "") return null;
  if (kind === "rating") return words[word] === 0 ? null : (words[word] ?? word);
  if (kind === "stakeholder_group") {
    return STAKEHOLDER_GROUPS.find((group) => group === word || hasName(STAKEHOLDER_GROUP_NAMES[group], word)) ?? word;
  }
  if (kind === "topics") return word.split(/[;；┋|\n]+/).flatMap((name) => topicOf(name.trim()) ?? []);
  return YES.includes(word.toLowerCase()) ? "yes" : NO.includes(word.toLowerCase()) ? "no" : word;
}

const YES = ["yes", "y", "是", "同意", "√"];
const NO = ["no", "n", "否", "不同意"];

function topicOf(name: string): string | null {
  if (name === "") return null;
  return TOPICS.find((topic) => topic.slug === name || hasName(topic.name, name))?.slug ?? name;
}

function channelOf({ channels }: ImportEdition, word: string): string | null {
  return channels.find(({ code, name }) => code === word || hasName(name, word))?.code ?? null;
}

function languageOf(word: string): Locale | null {
  if (["中文", "Chinese", "zh"].includes(word)) return "zh-CN";
  return ["英文", "English"].includes(word) ? "en" : (LOCALES.find((locale) => locale === word) ?? null);
}

const hasName = (name: Readonly<Record<Locale, string>>, word: string) =>
  LOCALES.some((locale) => wordOf(name[locale]) === word);

/** A UUID v4 that is a function of what a row says. */
function keyOf(slug: string, said: string, occurrence: number): string {
  const hex = createHash("sha256").update(`import\n${slug}\n${occurrence}\n${said}`).digest("hex");
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
