import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Book, type Entry, openBook } from "./book";
import { type Reply, openForm, submit } from "./submit";

/** Readers who send answers, one after the other, until they are told to stop. */
export interface Writers {
  readonly book: Book;
  /** Answers that no reader should get, in words: neither a receipt nor 503 in words. */
  readonly strange: string[];
  /** How often somebody was told in words that nothing was kept, or got no answer at all. */
  readonly told: { unkept: number; unanswered: number };
  /** How long the slowest acknowledged sending took, in milliseconds. */
  slowest: number;
  /** When the newest sending that was acknowledged had begun, by `performance.now()`. */
  newest: number;
  /** Lets everybody finish what they are sending, and waits for it. */
  pause(): Promise<void>;
  resume(): void;
  /** Sends some of the acknowledged again; each must get the receipt that it got. */
  sendAgain(count: number): Promise<void>;
  stop(): Promise<void>;
}

export interface Manner {
  readonly atOnce: number;
  /** Whether a reader sends the same again until it is acknowledged; one who does not must never have to. */
  readonly retries: boolean;
  /** Statuses that this fault allows as well. */
  readonly allows: readonly number[];
}

const PAUSE_MS = 25;

/**
 * Starts so many readers at an address. Every second one opens a connection for each sending, every third one the form
 * before it.
 */
export function startWriters(base: string, { atOnce, retries, allows }: Manner): Writers {
  const kept = new Agent({ keepAlive: true, maxSockets: atOnce });
  const fresh = new Agent({ keepAlive: false });
  let gate: Promise<void> | null = null;
  let open = () => {};
  let stopped = false;
  const busy = new Set<Promise<void>>();

  const judge = ({ status, said }: Reply) => {
    if (status === 0 && !said.startsWith("no answer")) writers.told.unanswered += 1;
    else if (status === 503 && /\p{Script=Han}/u.test(said)) writers.told.unkept += 1;
    else if (allows.includes(status)) return retries;
    else return (writers.strange.push(`${status} ${said.slice(0, 300).replaceAll(/\s+/g, " ")}`), retries);
    if (!retries) writers.strange.push(`told to send again: ${status} ${said.slice(0, 60)}`);
    return retries;
  };
  const send = async (entry: Entry, place: number) => {
    const agent = place % 2 === 0 ? kept : fresh;
    if (place % 3 === 0) {
      const opened = await openForm(base, agent);
      // Where answers may be told that the round is closed, the form's page may say so too.
      const isRight =
        opened.said.includes('name="idempotency_key"') ||
        (allows.includes(409) && opened.said.includes("本轮征集已截止"));
      if (opened.status !== 200 || !isRight) judge(opened);
    }
    for (;;) {
      const begun = performance.now();
      const reply = await submit(base, entry, place % 4 < 2, agent);
      if (reply.receipt !== null) {
        writers.book.acknowledge(entry, reply.receipt);
        writers.slowest = Math.max(writers.slowest, performance.now() - begun);
        writers.newest = Math.max(writers.newest, begun);
        return;
      }
      if (!judge(reply)) return;
      await sleep(50 + Math.random() * 100);
    }
  };
  const work = async (place: number) => {
    for (;;) {
      if (stopped) return;
      if (gate) {
        await gate;
        continue;
      }
      const sending = send(writers.book.write(), place);
      busy.add(sending);
      await sending.finally(() => busy.delete(sending));
      await sleep(PAUSE_MS);
    }
  };
  const writers: Writers = {
    book: openBook(),
    strange: [],
    told: { unkept: 0, unanswered: 0 },
    slowest: 0,
    newest: 0,
    async pause() {
      gate ??= new Promise((resolve) => (open = resolve));
      await Promise.all(busy);
    },
    resume() {
      gate = null;
      open();
    },
    async sendAgain(count) {
      await Promise.all(writers.book.sample(count).map((entry, place) => send(entry, place)));
    },
    async stop() {
      stopped = true;
      writers.resume();
      await working;
      kept.destroy();
      fresh.destroy();
    },
  };
  const working = Promise.all(Array.from({ length: atOnce }, (_, place) => work(place)));
  return writers;
}
