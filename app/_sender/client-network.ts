import { NETWORK_HEADER } from "./network-header";

/** The network that asks, or null where the request did not come through bin/start.ts. */
export function clientNetwork(headers: Pick<Headers, "get">): string | null {
  return headers.get(NETWORK_HEADER) || null;
}
