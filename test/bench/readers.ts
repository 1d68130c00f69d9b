import { createHmac, randomInt, randomUUID } from "node:crypto";
import { pageStamp } from "@/lib/survey/page-stamp";
import type { Figures } from "./report";
import { ask, timesASecond } from "./load";

/** The round that they answer, a round of its own: its rows are no part of what else is measured. */
export const READERS_ROUND = "2018";

/** The addresses of the form, and the secret that the app's pages are stamped with. */
interface Served {
  readonly addresses: Readonly<Record<"app" | "bare", string>>;
  readonly signing: string;
}

/** How long one measurement lasts: some hundred requests of the slowest, and ten rounds in a minute. */
const SLICE_MS = 2000;

/**
 * How many pages, submissions, and pages with their submission go through in a second, round by round: the app and bare
 * Node in turn, so that a busier minute is one for both.
 */
export async function measureReaders({ addresses, signing }: Served, rounds: number): Promise<Figures> {
  const measured: Figures = {};
  const secret = createHmac("sha256", signing).update("page-stamp").digest("base64url");
  for (let round = -1; round < rounds; round += 1) {
    for (const [who, form] of Object.entries(addresses)) {
      const page = async () => {
        expectStatus(await ask(form), 200);
      };
      const submit = async () => {
        const fields = anAnswer(secret);
        expectStatus(await ask(`${form}/responses`, fields, { "x-forwarded-for": anAddress() }), 303);
      };
      const both = async () => {
        await page();
        await submit();
      };
      for (const [name, work] of Object.entries({ form_get: page, submission: submit, page_and_submission: both })) {
        const rate = await timesASecond(work, SLICE_MS);
        // The first round compiles, plans and fills buffers.
        if (round >= 0) (measured[`${name} ${who}`] ??= []).push(rate);
      }
    }
  }
  return measured;
}

/** The answers of a reader who took a minute, unlike anybody else's. */
function anAnswer(secret: string): URLSearchParams {
  const idempotencyKey = randomUUID();
  const made = new Date(Date.now() - 60_000);
  const ratings = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
  return new URLSearchParams({
    idempotency_key: idempotencyKey,
    instrument: "1",
    locale: "zh-CN",
    made: pageStamp(secret, { slug: READERS_ROUND, idempotencyKey }, made),
    ...Object.fromEntries(ratings.map((item) => [item, String(randomInt(1, 6))])),
    advice: `希望披露范围三排放，并说明核算方法，编号 ${randomUUID()}。`,
  });
}

/** Readers come from everywhere: so many from one address would be a burst. */
const anAddress = () => [10, randomInt(256), randomInt(256), randomInt(1, 255)].join(".");

function expectStatus({ status, text }: { status: number; text: string }, expected: number): void {
  if (status !== expected) throw new Error(`answered ${status}: ${text.slice(0, 200)}`);
}
