import { type Answer, ask } from "@/test/bench/load";
import type { Book, Entry } from "@/test/faults/harness/book";

/** What one reader met: how long the page and the submission took, in milliseconds; in words, what went wrong. */
export interface Visit {
  readonly page: number;
  readonly submission: number;
  readonly problem: string | null;
}

/** Opens the form as somebody from anywhere, sends it, and looks at the receipt. */
export async function visit(base: string, book: Book): Promise<Visit> {
  const from = {
    "x-forwarded-for": [10, 0, 0, 0].map((first) => first || Math.floor(Math.random() * 254) + 1).join("."),
  };
  const entry = book.write();
  const times = { page: 0, submission: 0 };
  const problem = await go().catch((error: Error) => error.message);
  return { ...times, problem };

  async function go(): Promise<string | null> {
    const opened = await timed("page", () => ask(`${base}/2024`, undefined, from));
    if (opened.status !== 200 || !opened.text.includes("idempotency_key")) return `the form answered ${opened.status}`;
    const sent = await timed("submission", () => ask(`${base}/2024/responses`, fieldsOf(entry), from));
    const [, receipt = ""] = /\/receipt\/([^/?]+)/.exec(sent.location ?? "") ?? [];
    if (sent.status !== 303 || !receipt) return `a submission was answered with ${sent.status}`;
    book.acknowledge(entry, receipt);
    const kept = await ask(`${base}/2024/receipt/${receipt}`, undefined, from);
    return kept.status === 200 ? null : `a receipt answered ${kept.status}`;
  }

  async function timed(what: keyof typeof times, work: () => Promise<Answer>): Promise<Answer> {
    const begun = performance.now();
    const answer = await work();
    times[what] = performance.now() - begun;
    return answer;
  }
}

function fieldsOf({ key, text }: Entry): URLSearchParams {
  const rating = () => String(1 + Math.floor(Math.random() * 5));
  return new URLSearchParams({
    idempotency_key: key,
    impact: rating(),
    responsiveness: rating(),
    disclosure_quality: rating(),
    readability: rating(),
    overall: rating(),
    advice: text,
  });
}
