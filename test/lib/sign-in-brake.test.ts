import { describe, expect, test } from "vitest";
import { type BrakeKind, waitAfter } from "@/lib/sign-in-brake";

const MINUTE = 60_000;

describe("the wait after wrong passwords", () => {
  test("is nothing at first, then doubles from half a minute", () => {
    const minutes = [0, 4, 5, 6, 7, 8].map((wrong) => waitAfter("account-here", wrong) / MINUTE);
    expect(minutes).toEqual([0, 0, 0.5, 1, 2, 4]);
  });

  test.each<BrakeKind>(["account-here", "account", "sender", "device"])("is never over 15 minutes: %s", (kind) => {
    expect(waitAfter(kind, 10_000)).toBe(15 * MINUTE);
  });

  test("begins later for what many share", () => {
    expect([waitAfter("account", 19), waitAfter("sender", 29)]).toEqual([0, 0]);
    expect([waitAfter("account", 20), waitAfter("sender", 30)]).toEqual([MINUTE / 2, MINUTE / 2]);
  });
});
