import { describe, expect, test } from "vitest";
import { clientNetworkOf, trustedBy } from "@/bin/client-network";

const ours = trustedBy(["127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48"]);
const nobodys = trustedBy([]);

describe("the network that asks", () => {
  test.each([
    ["192.0.2.1", undefined, "192.0.2.1"],
    ["::ffff:192.0.2.1", undefined, "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2::/64"],
    ["2001:DB8:1::7", undefined, "2001:db8:1:0::/64"],
    ["fe80::1%eth0", undefined, "fe80:0:0:0::/64"],
    ["::1", undefined, "0:0:0:0::/64"],
    [undefined, "192.0.2.1", null],
    ["192.0.2.1", "203.0.113.5", "192.0.2.1"],
    ["127.0.0.1", "203.0.113.5", "203.0.113.5"],
    ["127.0.0.1", "1.1.1.1, 203.0.113.5, 10.1.2.3", "203.0.113.5"],
    ["::ffff:127.0.0.1", "203.0.113.5:4711", "203.0.113.5"],
    ["2001:db8:ffff::1", "[2001:db8:5:6::1]:4711", "2001:db8:5:6::/64"],
    ["127.0.0.1", "10.0.0.9, 10.0.0.8", "10.0.0.9"],
    ["127.0.0.1", undefined, "127.0.0.1"],
    ["127.0.0.1", "", "127.0.0.1"],
    ["127.0.0.1", "203.0.113.5, unknown", "127.0.0.1"],
  ])("of %s, forwarded for %s, is %s", (address, forwardedFor, network) => {
    expect(clientNetworkOf({ address, forwardedFor }, ours)).toBe(network);
  });

  test("is that of the connection where no proxy is ours", () => {
    expect(clientNetworkOf({ address: "127.0.0.1", forwardedFor: "203.0.113.5" }, nobodys)).toBe("127.0.0.1");
  });
});
