import { Agent, request } from "node:http";

/** What came back: its status, where it leads to, its whole text, and how many bytes that took on the wire. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
  readonly bytes: number;
}

/** So many readers at once, each on a connection of their own that is kept. */
export const READERS = 16;

const agent = new Agent({ keepAlive: true, maxSockets: READERS });

/** One request to an address on this machine; `form` makes it a post of a form. */
export function ask(
  url: string,
  form?: URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = form?.toString();
    const posted = body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
    const sent = request(url, {
      agent,
      method: body === undefined ? "GET" : "POST",
      headers: { ...posted, ...headers },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const {
          statusCode: status = 0,
          headers: { location },
        } = response;
        const whole = Buffer.concat(chunks);
        resolve({ status, location, text: whole.toString(), bytes: whole.length });
      });
    });
    sent.end(body);
  });
}

/** How often a second `READERS` readers at once do a thing, for `ms` milliseconds. */
export async function timesASecond(work: () => Promise<void>, ms: number): Promise<number> {
  let done = 0;
  const start = performance.now();
  const reader = async () => {
    while (performance.now() - start < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return (done * 1000) / (performance.now() - start);
}
