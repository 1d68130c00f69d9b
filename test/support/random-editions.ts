import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { response, verbatim } from "@/db/schema/survey";
import { QUALITY_FLAGS, type QualityFlag } from "@/lib/survey/quality-flag";
import { RESPONSE_STATUSES, SUSPICIONS } from "@/lib/survey/response-status";
import { responseId } from "@/lib/survey/response-id";
import type { Rating } from "@/lib/survey/scale";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { HARD_TEXTS } from "./hard-texts";

const DAY = "2025-06-01";
const OPEN = ["advice", "valuable_information", "missing_information"] as const;

/** One answer of any status, most of them valid; items blank now and then. */
const someAnswer = fc.record({
  ratings: fc.array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Rating>(5, 4, 4, 4, 3, 2, 1) }, fc.constant<Rating>(null)),
    { minLength: 5, maxLength: 5 },
  ),
  stakeholderGroup: fc.constantFrom(null, ...STAKEHOLDER_GROUPS.slice(0, 4)),
  status: fc.oneof({ weight: 9, arbitrary: fc.constant("valid" as const) }, fc.constantFrom(...RESPONSE_STATUSES)),
  reason: fc.constantFrom(...SUSPICIONS),
  seconds: fc.option(fc.integer({ min: 0, max: 300 })),
  flags: fc.oneof({ weight: 4, arbitrary: fc.constant<QualityFlag[]>([]) }, fc.subarray([...QUALITY_FLAGS])),
  texts: fc.dictionary(fc.constantFrom(...OPEN), fc.constantFrom(...HARD_TEXTS), { noNullPrototype: true }),
});
export type SomeAnswer = typeof someAnswer extends fc.Arbitrary<infer T> ? T : never;

/** Editions of every size that decides what is shown, and one answer alone among them. */
export const someAnswers = fc
  .oneof(
    fc.constantFrom(0, 1, 4, 5, 9, 10, 12, 29, 30),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 35, max: 130 }),
  )
  .chain((size) => fc.array(someAnswer, { minLength: size, maxLength: size, size: "max" }));

/** Writes answers into an edition as they are, past all that weighs them when readers send them. */
export async function keepAnswers(edition: Edition, answers: readonly SomeAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ ratings, stakeholderGroup, status, reason, seconds, flags }) => ({
    id: responseId(DAY, randomBytes(10)),
    editionId: edition.id,
    instrumentId: edition.instrumentId,
    idempotencyHash: randomBytes(16).toString("hex"),
    receiptHash: randomBytes(16).toString("hex"),
    receivedOn: DAY,
    locale: "zh-CN" as const,
    ratings,
    stakeholderGroup,
    status,
    statusReason: status === "valid" ? null : reason,
    readingSeconds: seconds,
    flags,
  }));
  const texts = answers.flatMap(({ texts: said }, place) =>
    Object.entries(said).map(([item, content]) => ({ responseId: rows[place]!.id, item, content })),
  );
  await database().insert(response).values(rows);
  if (texts.length > 0) await database().insert(verbatim).values(texts);
}
