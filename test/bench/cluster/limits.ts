import { randomUUID } from "node:crypto";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { MOST_RECEIPT_MISSES } from "@/lib/survey/sender-window";
import type { Apps } from "./apps";
import type { Outcome } from "./rounds";

/** One sender asks both processes in turn for receipts that do not exist: together they allow what one would. */
export async function limitsHold({ ports }: Apps): Promise<Outcome> {
  const headers = { "x-forwarded-for": "198.51.100.77" };
  let [refused, allowed] = [0, 0];
  for (let turn = 0; turn < 2 * MOST_RECEIPT_MISSES; turn += 1) {
    const path = `/2024/receipt/${receiptCodeOf("2024", randomUUID())}`;
    // Past the proxy, which would choose the process itself.
    const answer = await fetch(`http://127.0.0.1:${ports[turn % 2]}${path}`, { headers });
    const text = await answer.text();
    if (answer.status === 429 || /refresh[^>]*\/wait/i.test(text) || answer.url.includes("/wait")) refused += 1;
    else allowed += 1;
  }
  const line = `one sender at both processes: ${allowed} wrong receipt codes allowed, then ${refused} refused`;
  return { ok: allowed === MOST_RECEIPT_MISSES, lines: [line] };
}
