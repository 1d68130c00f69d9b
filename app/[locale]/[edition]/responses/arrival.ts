import { clientNetwork } from "@/app/_sender/client-network";
import { secretFor } from "@/app/_sender/page-secret";
import type { Arrival } from "@/db/suspicions";
import { secondsSince } from "@/lib/survey/page-stamp";
import { TRAP_FIELD } from "@/lib/survey/suspicion";
import type { Sent } from "./read-fields";
import type { Sender } from "./reply";

/**
 * How an answer arrived. Time on the page makes suspicious in forms alone: our script may have brought back a draft,
 * which is sent as soon as the page stands. Such a draft has its own key, for which this page's stamp tells no time.
 */
export async function arrivalOf(
  { headers }: Pick<Sent, "headers">,
  { slug, json, fields }: Sender,
  idempotencyKey: string,
  now: Date,
): Promise<Arrival> {
  const page = { slug, idempotencyKey };
  const secret = await secretFor("page-stamp");
  const trap = fields[TRAP_FIELD] ?? "";
  const readingSeconds = secondsSince(secret, page, fields.made, now);
  return {
    network: clientNetwork(headers),
    trapFilled: trap !== "",
    secondsOnPage: json ? null : readingSeconds,
    readingSeconds,
  };
}
