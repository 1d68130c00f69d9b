import * as fc from "fast-check";
import type { EditionCounts } from "@/lib/analysis/results";
import { type ExportedResponse } from "@/lib/export/response-table";
import { LOCALES } from "@/lib/locale";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { openItemsOf, ratingItemsOf } from "@/lib/survey/instrument";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { QUALITY_FLAGS } from "@/lib/survey/quality-flag";
import { MOST_TOPICS, TOPICS } from "@/lib/survey/topic";
import { HARD_TEXTS } from "../support/hard-texts";
import { RESPONSE_STATUSES } from "@/lib/survey/response-status";

/** The id of the nth response of a test. */
export const idOf = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** A response to the 2024 form: `anExportedResponse({ ratings: [5, null, 3, 2, 1] })`. */
export function anExportedResponse(more: Partial<ExportedResponse> = {}): ExportedResponse {
  return {
    id: idOf(1),
    receivedOn: "2025-05-06",
    locale: "zh-CN",
    channel: "pdf",
    status: "valid",
    statusReason: null,
    flags: [],
    readingSeconds: null,
    ratings: [5, 4, 3, 2, 1],
    verbatims: {},
    stakeholderGroup: null,
    topics: [],
    quoteConsent: null,
    ...more,
  };
}

/** Responses as a database hands them out: in batches, the last of them perhaps empty. */
export async function* stream(responses: readonly ExportedResponse[]): AsyncGenerator<readonly ExportedResponse[]> {
  yield responses.slice(0, 2);
  yield responses.slice(2);
}

/** What a database would count of these responses. */
export function countsOf(responses: readonly ExportedResponse[]): EditionCounts {
  const valid = responses.filter(({ status }) => status === "valid");
  const answered = (key: string) => valid.filter(({ verbatims }) => key in verbatims).length;
  return {
    asOf: new Date("2025-12-31T16:05:00Z"),
    received: responses.length,
    patterns: valid.map(({ ratings }) => ({ ratings, count: 1 })),
    verbatims: Object.fromEntries(openItemsOf(JINCHEN_2024.instrument).map(({ key }) => [key, answered(key)])),
    quarantined: {},
  };
}

/** A stream's chunks as one buffer. */
export async function whole(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(parts);
}

/** What an export could trip over, alone and side by side. */
const SIGNS = [..."=+-@＝＋－＠'\",;\t\n\r \u3000\u200B\uFEFF\u202E_|0"];
const ODD = [
  ..."\0\x01\x0B\x1F\x7F\x85\u2028\uFFFE\uFFFF\uFFFD",
  "\r\n",
  "x000B_",
  "_x000B_",
  "_x005F_",
  "_x0041",
  "_xD83D_",
];
const WORDS = ["&amp;", "<c>", "]]>", "</t>", "#N/A", "1e5", "建议", "𠮷", "👨‍👩‍👧‍👦", "e\u0301", "مرحبا", "𪚥".repeat(500)];

/** Texts of at least one character, hostile in every way above or at random. */
export const hostileText = fc.oneof(
  fc
    .array(fc.constantFrom(...SIGNS, ...ODD, ...WORDS), { minLength: 1, maxLength: 8 })
    .map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.constantFrom(...HARD_TEXTS),
);

const someRating = fc.constantFrom(null, 1, 2, 3, 4, 5) as fc.Arbitrary<ExportedResponse["ratings"][number]>;
const ratingCount = ratingItemsOf(JINCHEN_2024.instrument).length;
const openKeys = openItemsOf(JINCHEN_2024.instrument).map(({ key }) => key);

/** A response of random ratings, hostile texts and any status. */
export const someResponse: fc.Arbitrary<ExportedResponse> = fc.record({
  id: fc.uuid(),
  receivedOn: fc.constantFrom("2025-01-01", "2025-02-28", "2024-02-29", "2025-12-31"),
  locale: fc.constantFrom(...LOCALES),
  channel: fc.constantFrom(null, "pdf", "wechat", "-x"),
  status: fc.constantFrom(...RESPONSE_STATUSES),
  statusReason: fc.option(hostileText),
  flags: fc.subarray([...QUALITY_FLAGS]),
  readingSeconds: fc.option(fc.integer({ min: 0, max: 1800 })),
  ratings: fc.array(someRating, { minLength: ratingCount, maxLength: ratingCount }),
  verbatims: fc.dictionary(fc.constantFrom(...openKeys), hostileText, { noNullPrototype: true }),
  stakeholderGroup: fc.option(fc.constantFrom(...STAKEHOLDER_GROUPS)),
  topics: fc.subarray(
    TOPICS.map(({ slug }) => slug),
    { maxLength: MOST_TOPICS },
  ),
  quoteConsent: fc.option(fc.boolean()),
});
