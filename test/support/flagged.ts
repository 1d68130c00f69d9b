import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { type StoredResponse, withEditionSnapshot } from "@/db/snapshot";
import { type Arrival, UNOBSERVED } from "@/db/suspicions";
import { type Answers, aResponse } from "./a-response";
import { aStaff } from "./a-staff";
import { allOf } from "./all-of";

export const NOW = new Date("2025-06-18T04:00:00Z");
export const SENTENCE = "建议公司在下一年度报告中增加供应链碳排放的三年可比数据𠮷。";
/** Five good answers, which alone are nothing odd. */
export const STRAIGHT = { impact: 5, responsiveness: 5, disclosure_quality: 5, readability: 5, overall: 5 };

/** The arrival of an answer that was read for so many seconds. */
export const timed = (readingSeconds: number | null, more: Partial<Arrival> = {}): Arrival => ({
  ...UNOBSERVED,
  readingSeconds,
  ...more,
});

/** Sends an answer and returns its receipt code. */
export async function send(to: Edition, answers: Answers, arrival = UNOBSERVED): Promise<string> {
  const outcome = await insertResponse(to, aResponse(answers), "zh-CN", NOW, arrival);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.receiptCode;
}

/** Every answer of an edition, as an export reads it. */
export function stored({ id }: Edition): Promise<StoredResponse[]> {
  return withEditionSnapshot(aStaff(), id, ({ responses }) => allOf(responses()));
}
