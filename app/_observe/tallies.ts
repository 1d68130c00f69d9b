import { Counter, Histogram } from "@/lib/metrics/tallies";

/** What became of a submission. `repeated`: its key had come before; `refused`: something in it is to be changed. */
export const ANSWER_OUTCOMES = ["accepted", "quarantined", "repeated", "refused", "failed"] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** From a page that is quick to one that a proxy gives up waiting for; an export may take longer than any. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What the process counts while it answers; each name's meaning for the operator stands in docs/operations.md. */
export interface Tallies {
  readonly requests: Counter;
  readonly seconds: Histogram;
  readonly answers: Counter;
  readonly errors: Counter;
}

/** Tallies that stand at 0. */
export function newTallies(): Tallies {
  const answers = ANSWER_OUTCOMES.map((outcome) => ({ outcome }));
  return {
    requests: new Counter("report_feedback_requests_total", "Requests answered, by route and status."),
    seconds: new Histogram("report_feedback_request_seconds", "Seconds until an answer was sent, by route.", SECONDS),
    answers: new Counter("report_feedback_answers_total", "Submissions by what became of them.", answers),
    errors: new Counter("report_feedback_errors_total", "Lines of level error in the log.", [{}]),
  };
}
