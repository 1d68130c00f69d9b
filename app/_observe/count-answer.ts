import { processWide } from "./process-wide";
import type { AnswerOutcome } from "./tallies";

/** Counts a submission for the operator's metrics. */
export function countAnswer(outcome: AnswerOutcome): void {
  processWide()?.tallies.answers.add({ outcome });
}
