import { createHmac, randomInt, randomUUID } from "node:crypto";
import { pageStamp } from "@/lib/survey/page-stamp";
import type { Figures } from "./report";
import { READERS } from "./load";
import { type WireClient, openWireClient, requestBytes } from "./wire-client";

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
    for (const [who, address] of Object.entries(addresses)) {
      const form = new URL(address);
      const target = new URL(`${address}/responses`);
      const page = async (client: WireClient) => expectStatus(await client.status(requestBytes(form, null)), 200);
      const submit = async (client: WireClient) => {
        const sent = requestBytes(target, anAnswer(secret).toString(), { "X-Forwarded-For": anAddress() });
        expectStatus(await client.status(sent), 303);
      };
      const both = async (client: WireClient) => {
        await page(client);
        await submit(client);
      };
      for (const [name, work] of Object.entries({ form_get: page, submission: submit, page_and_submission: both })) {
        const rate = await timesASecond(form, work);
        // The first round compiles, plans and fills buffers.
        if (round >= 0) (measured[`${name} ${who}`] ??= []).push(rate);
      }
    }
  }
  return measured;
}

/** How often a second `READERS` readers at once do a thing, each on a connection that is kept. */
async function timesASecond(server: URL, work: (client: WireClient) => Promise<void>): Promise<number> {
  let done = 0;
  const start = performance.now();
  const reader = async () => {
    const client = openWireClient(server);
    for (; performance.now() - start < SLICE_MS; done += 1) await work(client);
    client.close();
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return (done * 1000) / (performance.now() - start);
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

function expectStatus(status: number, expected: number): void {
  if (status !== expected) throw new Error(`answered ${status}`);
}
