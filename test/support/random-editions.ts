import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { response, verbatim } from "@/db/schema/survey";
import { LOCALES } from "@/lib/locale";
import { QUALITY_FLAGS, type QualityFlag } from "@/lib/survey/quality-flag";
import { RESPONSE_STATUSES, SUSPICIONS } from "@/lib/survey/response-status";
import { responseId } from "@/lib/survey/response-id";
import type { Rating } from "@/lib/survey/scale";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { HARD_TEXTS } from "./hard-texts";

/** Neighbours, a Sunday and a Monday, the ends of years; and one that makes a round longer than sixty weeks. */
const DAYS = [
  "2025-06-01",
  "2025-06-02",
  "2025-06-08",
  "2025-07-31",
  "2025-12-31",
  "2026-01-01",
  "2026-08-03",
] as const;
const OPEN = ["advice", "valuable_information", "missing_information"] as const;

/** One answer of any status, most of them valid; items blank now and then. */
const someAnswer = fc.record({
  ratings: fc.array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Rating>(5, 4, 4, 4, 3, 2, 1) }, fc.constant<Rating>(null)),
    { minLength: 5, maxLength: 5 },
  ),
  stakeholderGroup: fc.constantFrom(null, ...STAKEHOLDER_GROUPS.slice(0, 4)),
  channel: fc.constantFrom(null, "wechat", "pdf", "email"),
  locale: fc.constantFrom(...LOCALES),
  place: fc.nat(DAYS.length - 1),
  status: fc.oneof({ weight: 9, arbitrary: fc.constant("valid" as const) }, fc.constantFrom(...RESPONSE_STATUSES)),
  reason: fc.constantFrom(...SUSPICIONS),
  seconds: fc.option(fc.integer({ min: 0, max: 300 })),
  flags: fc.oneof({ weight: 4, arbitrary: fc.constant<QualityFlag[]>([]) }, fc.subarray([...QUALITY_FLAGS])),
  texts: fc.dictionary(fc.constantFrom(...OPEN), fc.constantFrom(...HARD_TEXTS), { noNullPrototype: true }),
});
/** Editions of every size that decides what is shown, and one answer alone among them. */
export const someAnswers = fc
  .oneof(
    fc.constantFrom(0, 1, 4, 5, 9, 10, 12, 29, 30),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 35, max: 130 }),
  )
  .chain((size) =>
    fc.tuple(
      fc.array(someAnswer, { minLength: size, maxLength: size, size: "max" }),
      fc.subarray([...STAKEHOLDER_GROUPS.slice(0, 3), null], { minLength: 1 }),
      fc.integer({ min: 1, max: DAYS.length }),
    ),
  )
  // Some rounds reach few groups, so that years differ in who answered; some are short.
  .map(([answers, reached, days]) =>
    answers.map((answer, at) => ({
      ...answer,
      stakeholderGroup: at % 3 === 0 ? answer.stakeholderGroup : (reached[at % reached.length] ?? null),
      receivedOn: DAYS[answer.place % days] ?? DAYS[0],
    })),
  );

export type SomeAnswer = typeof someAnswers extends fc.Arbitrary<(infer T)[]> ? T : never;

/** Writes answers into an edition as they are, past all that weighs them when readers send them. */
export async function keepAnswers(edition: Edition, answers: readonly SomeAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ ratings, stakeholderGroup, channel, locale, receivedOn, ...answer }) => ({
    id: responseId(receivedOn, randomBytes(10)),
    editionId: edition.id,
    instrumentId: edition.instrumentId,
    idempotencyHash: randomBytes(16).toString("hex"),
    receiptHash: randomBytes(16).toString("hex"),
    receivedOn,
    locale,
    channel,
    ratings,
    stakeholderGroup,
    status: answer.status,
    statusReason: answer.status === "valid" ? null : answer.reason,
    readingSeconds: answer.seconds,
    flags: answer.flags,
  }));
  const texts = answers.flatMap(({ texts: said }, place) =>
    Object.entries(said).map(([item, content]) => ({ responseId: rows[place]!.id, item, content })),
  );
  await database().insert(response).values(rows);
  if (texts.length > 0) await database().insert(verbatim).values(texts);
}
