import { BlockList, isIP } from "node:net";

/** Who asks, as the socket and the proxies before it know. */
export interface Peer {
  /** The address at the other end of the connection. */
  readonly address: string | undefined;
  /** X-Forwarded-For: each proxy adds at the end whom it was asked by; the beginning may be made up. */
  readonly forwardedFor: string | undefined;
}

/** Whether an address is one of our own reverse proxies: by addresses and networks (CIDR). */
export function trustedBy(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", prefix] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * The network that a request comes from: an IPv4 address, or the /64 of an IPv6 address, which is one household or one
 * machine. Proxies are believed from the last one back, as long as each is ours. Null where there is no address.
 */
export function clientNetworkOf(peer: Peer, isTrusted: (address: string) => boolean): string | null {
  const hops = (peer.forwardedFor ?? "").split(",").map(plainAddress);
  let address = plainAddress(peer.address ?? "");
  if (address === null) return null;
  while (isTrusted(address)) {
    const before = hops.pop();
    if (!before) break;
    address = before;
  }
  return isIP(address) === 6 ? networkOfV6(address) : address;
}

/** An address without zone, port or the IPv6 clothes of an IPv4 address; null for anything else. */
function plainAddress(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) ? bare.toLowerCase() : null;
}

function networkOfV6(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const all =
    tail === undefined
      ? groups
      : [...groups, ...Array(Math.max(0, 8 - groups.length - last.length)).fill("0"), ...last];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
