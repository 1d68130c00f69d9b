import { type Agent, type RequestOptions, request } from "node:http";
import type { Entry } from "./book";

/** What became of one sending; status 0 when nothing came back. */
export interface Reply {
  readonly status: number;
  readonly receipt: string | null;
  /** What it said, or what broke the connection. */
  readonly said: string;
  /** Where a redirect leads; null for any other answer. */
  readonly leadsTo: string | null;
}

/** A reader has long gone by then. */
const PATIENCE_MS = 45_000;

/** Sends a submission once, as a browser's form or as a script, each time from another network. */
export function submit(base: string, { key, text }: Entry, asForm: boolean, agent: Agent): Promise<Reply> {
  const answers = { idempotency_key: key, overall: "4", advice: text };
  const byte = () => Math.floor(Math.random() * 256);
  const headers = {
    "x-forwarded-for": `10.${byte()}.${byte()}.${byte()}`,
    "content-type": asForm ? "application/x-www-form-urlencoded" : "application/json",
  };
  const body = asForm ? new URLSearchParams(answers).toString() : JSON.stringify({ ...answers, overall: 4 });
  return ask(`${base}/2024/responses`, { method: "POST", headers, agent }, body);
}

/** Opens the form, as whoever is about to answer does, or what its address leads to: the page that says 503. */
export async function openForm(base: string, agent: Agent): Promise<Reply> {
  const opened = await ask(`${base}/2024`, { agent });
  return opened.status === 307 && opened.leadsTo ? ask(base + opened.leadsTo, { agent }) : opened;
}

function ask(address: string, options: RequestOptions, body?: string): Promise<Reply> {
  return new Promise((resolve) => {
    const nothing = (error: NodeJS.ErrnoException) =>
      resolve({ status: 0, receipt: null, said: error.code ?? error.message, leadsTo: null });
    const sent = request(address, options);
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)));
    sent.on("error", nothing);
    sent.on("response", (answer) => {
      let said = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
      answer.on("error", nothing);
      answer.on("end", () => {
        const status = answer.statusCode ?? 0;
        const leadsTo = answer.headers.location ?? null;
        const [, receipt = null] = /\/receipt\/([^/?]+)/.exec(leadsTo ?? "") ?? [];
        resolve({ status, receipt: status < 400 ? receipt : null, said, leadsTo });
      });
    });
    sent.end(body);
  });
}
