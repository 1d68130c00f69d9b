import * as fc from "fast-check";
import { badBytes, changed } from "./bad-bytes";
import { badRequests } from "./bad-requests";
import { everyPlace } from "./places";
import type { Target } from "./target";
import { bytesOf, exchange } from "./wire";

/** So many are sent with one seed; then the next seed follows. */
const A_PART = 250;
const MOST_OBJECTIONS = 30;

export interface Play {
  readonly requests: number;
  readonly seed: number;
  readonly atOnce: number;
  /** Hears the statuses of each answer. */
  note?(statuses: readonly number[]): Promise<void>;
}

/**
 * Sends bad requests, two parts of three whole, the third with some of its bytes changed. Returns what was answered with a
 * status of 500 and more, or not at all, each made as small as it still fails.
 */
export async function play(
  { base, known, cookieOf }: Target,
  { requests, seed, atOnce, note }: Play,
): Promise<string[]> {
  const { host, port } = new URL(base);
  const objections = new Set<string>();
  const any = badRequests(everyPlace(), known);
  const send = async (bytes: Buffer, isWhole: boolean) => {
    const { statuses, said } = await exchange(Number(port), bytes, isWhole);
    await note?.(statuses);
    if (statuses.some((status) => status >= 500)) throw new Error(said.slice(0, 160));
    // nginx answers a first line without a version without a first line.
    if (isWhole && said === "") throw new Error("no answer");
  };
  const whole = fc.asyncProperty(any, (request) => send(bytesOf(request, host, cookieOf(request.who)), true));
  const broken = fc.asyncProperty(badBytes(any), ({ request, changes }) =>
    send(changed(bytesOf(request, host, cookieOf(request.who)), changes), false),
  );
  const size = Math.min(A_PART, Math.ceil(requests / 3));
  const parts = Array.from({ length: Math.ceil(requests / size) }, (_, place) => place);
  const player = async () => {
    for (let place = parts.shift(); place !== undefined; place = parts.shift()) {
      const part = { seed: seed + place, numRuns: size };
      const run = place % 3 === 2 ? await fc.check(broken, part) : await fc.check(whole, part);
      if (!run.failed) continue;
      const error = run.errorInstance instanceof Error ? run.errorInstance.message : "";
      objections.add(`${error}\n    ${JSON.stringify(run.counterexample).slice(0, 1200)}`);
      if (objections.size >= MOST_OBJECTIONS) parts.length = 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, player));
  return [...objections];
}
