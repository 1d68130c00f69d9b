import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SUSPICIONS, type Suspicion } from "@/lib/survey/response-status";
import {
  FASTEST_SECONDS,
  MOST_ALIKE,
  MOST_DUPLICATES,
  MOST_FROM_SENDER,
  type Signs,
  isFlood,
  suspicionOf,
} from "@/lib/survey/suspicion";

const someSigns = fc.record({
  trapFilled: fc.boolean(),
  secondsOnPage: fc.option(fc.double({ min: 0, max: 100_000, noNaN: true })),
  hasSentence: fc.boolean(),
  duplicates: fc.nat(10_000),
  alike: fc.record({ fromSender: fc.nat(10_000), fromAll: fc.nat(10_000) }),
  fromSender: fc.nat(10_000),
});
/** Whether an answer is suspicious for this reason by the signs that it alone looks at. */
const isSoAlone = (reason: Suspicion, signs: Signs) => {
  const alone: Record<Suspicion, Partial<Signs>> = {
    HONEYPOT: { trapFilled: signs.trapFilled },
    FAST: { secondsOnPage: signs.secondsOnPage },
    DUPLICATE: { hasSentence: signs.hasSentence, duplicates: signs.duplicates },
    BURST: { hasSentence: signs.hasSentence, alike: signs.alike, fromSender: signs.fromSender },
  };
  return suspicionOf({ ...NONE, ...alone[reason] }) === reason;
};
const NONE: Signs = {
  trapFilled: false,
  secondsOnPage: null,
  hasSentence: false,
  duplicates: 1,
  alike: { fromSender: 1, fromAll: 1 },
  fromSender: 1,
};

describe("an answer", () => {
  test("of which nothing is known is not suspicious", () => {
    expect(suspicionOf(NONE)).toBeNull();
  });

  test.each<[string, Partial<Signs>, Signs | string | null]>([
    ["fills in the field that no reader sees", { trapFilled: true }, "HONEYPOT"],
    ["is sent just before three seconds", { secondsOnPage: FASTEST_SECONDS - 0.001 }, "FAST"],
    ["is sent after three seconds", { secondsOnPage: FASTEST_SECONDS }, null],
    ["is a sentence's fourth like it", { hasSentence: true, duplicates: MOST_DUPLICATES }, null],
    ["is a sentence's fifth like it", { hasSentence: true, duplicates: MOST_DUPLICATES + 1 }, "DUPLICATE"],
    ["is the 20th alike of one sender", { alike: { fromSender: 20, fromAll: 20 } }, null],
    ["is the 21st alike of one sender", { alike: { fromSender: 21, fromAll: 21 } }, "BURST"],
    ["is the 200th alike of many senders", { alike: { fromSender: 1, fromAll: 200 } }, null],
    ["is the 201st alike of many senders", { alike: { fromSender: 1, fromAll: 201 } }, "BURST"],
    ["is its sender's 3,000th of all kinds", { fromSender: MOST_FROM_SENDER }, null],
    ["is its sender's 3,001st of all kinds", { fromSender: MOST_FROM_SENDER + 1 }, "BURST"],
  ])("that %s: %j → %s", (_, signs, reason) => {
    expect(suspicionOf({ ...NONE, ...signs })).toBe(reason);
  });

  test("of an office that writes 200 different answers in five minutes is never suspicious", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 1, max: 200 }), (hasSentence, fromSender) => {
        expect(suspicionOf({ ...NONE, hasSentence, fromSender })).toBeNull();
      }),
    );
  });

  test("gets the weightiest reason there is", () => {
    fc.assert(
      fc.property(someSigns, (signs) => {
        const reason = suspicionOf(signs);
        const first = SUSPICIONS.find((each) => each === reason || isSoAlone(each, signs));
        expect(reason).toBe(first ?? null);
      }),
    );
  });

  test("does not become innocent because more like it come", () => {
    fc.assert(
      fc.property(someSigns, fc.nat(100), (signs, more) => {
        const worse: Signs = {
          ...signs,
          duplicates: signs.duplicates + more,
          alike: { fromSender: signs.alike.fromSender + more, fromAll: signs.alike.fromAll + more },
          fromSender: signs.fromSender + more,
        };
        expect(suspicionOf(signs) === null || suspicionOf(worse) !== null).toBe(true);
      }),
    );
  });

  test("with a sentence is not held to be one of many that merely tick the same", () => {
    fc.assert(
      fc.property(someSigns, (signs) => {
        const said = { ...signs, hasSentence: true, duplicates: 1, fromSender: 1, trapFilled: false };
        expect(suspicionOf({ ...said, secondsOnPage: null })).toBeNull();
      }),
    );
  });
});

describe("a flood", () => {
  test("begins when as many came without proof as were let pass, never before an answer is suspicious", () => {
    for (const scope of ["fromSender", "fromAll"] as const) {
      expect(isFlood(scope, 2 * MOST_ALIKE[scope])).toBe(false);
      expect(isFlood(scope, 2 * MOST_ALIKE[scope] + 1)).toBe(true);
    }
    fc.assert(
      fc.property(fc.nat(1000), (count) => {
        const alike = { fromSender: count, fromAll: count };
        if (isFlood("fromSender", count)) expect(suspicionOf({ ...NONE, alike })).toBe("BURST");
      }),
    );
  });
});
