import { setTimeout as sleep } from "node:timers/promises";

/** What readers of a form met while it was under load. */
export interface Met {
  /** The keys of the answers that were acknowledged, each by the receipt code it got. */
  readonly acknowledged: Map<string, string>;
  /** Everything else than a page and a receipt, in words. */
  readonly failures: string[];
  /** How long a page and its submission took, in milliseconds. */
  readonly times: number[];
}

/** Readers who open the form and send it, one after the other, until told to stop; each time as somebody else. */
export function startReaders(baseUrl: string, atOnce: number): { stop(): Promise<Met> } {
  const met: Met = { acknowledged: new Map(), failures: [], times: [] };
  const enough = new AbortController();
  const read = async () => {
    while (!enough.signal.aborted) {
      const start = performance.now();
      const problem = await readOnce(baseUrl, met.acknowledged).catch((error: Error) => String(error.cause ?? error));
      if (problem) met.failures.push(problem);
      else met.times.push(performance.now() - start);
    }
  };
  const working = Promise.all(Array.from({ length: atOnce }, read));
  return {
    stop: async () => {
      enough.abort();
      await working;
      // What the last requests set off has ended.
      await sleep(100);
      return met;
    },
  };
}

async function readOnce(baseUrl: string, acknowledged: Map<string, string>): Promise<string | null> {
  const byte = () => Math.floor(Math.random() * 256);
  const headers = { "x-forwarded-for": `10.${byte()}.${byte()}.${byte()}` };
  const page = await fetch(`${baseUrl}/2024`, { headers });
  const html = await page.text();
  const [, key = ""] = /name="idempotency_key" value="([^"]+)"/.exec(html) ?? [];
  if (page.status !== 200 || !key) return `the form answered ${page.status}`;
  const body = new URLSearchParams({ idempotency_key: key, overall: "4", advice: `负载下的意见 𠮷 ${key}` });
  const answer = await fetch(`${baseUrl}/2024/responses`, { method: "POST", headers, body, redirect: "manual" });
  await answer.text();
  const [, code = ""] = /\/receipt\/([^/?]+)/.exec(answer.headers.get("location") ?? "") ?? [];
  if (answer.status !== 303 || !code) return `a submission was answered with ${answer.status}`;
  acknowledged.set(key, code);
  return null;
}
