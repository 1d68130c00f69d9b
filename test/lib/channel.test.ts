import { expect, test } from "vitest";
import { BUILT_IN_CHANNELS, Channel, findChannel, inChannelOrder } from "@/lib/survey/channel";

test("a channel is found by its exact code; any other address counts as none", () => {
  const codes = BUILT_IN_CHANNELS.map(({ code }) => code);
  expect(codes.map((code) => findChannel(BUILT_IN_CHANNELS, code))).toEqual(codes);
  const none = ["WeChat", "", "toString", undefined, ["pdf"]].map((name) => findChannel(BUILT_IN_CHANNELS, name));
  expect(none).toEqual([null, null, null, null, null]);
  expect(findChannel([], "pdf")).toBeNull();
});

test.each(["", "WeChat", "we_chat", "微信", "a b", "x".repeat(33), "pdf\n"])("a code is not %j", (code) => {
  expect(Channel.safeParse({ ...BUILT_IN_CHANNELS[0], code }).success).toBe(false);
});

test("channels stand in the order of their kinds, then of their codes", () => {
  const phone = { code: "a-hotline", kind: "phone" as const };
  const more = [phone, { code: "wechat-b", kind: "wechat" as const }, { code: "wechat-a", kind: "wechat" as const }];
  expect(inChannelOrder(more).map(({ code }) => code)).toEqual(["wechat-a", "wechat-b", "a-hotline"]);
  expect(inChannelOrder(BUILT_IN_CHANNELS)).toEqual(BUILT_IN_CHANNELS);
});
