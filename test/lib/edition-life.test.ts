import { describe, expect, test } from "vitest";
import { EDITION_STATES } from "@/lib/survey/edition";
import { EDITION_ACTS, type Round, actsFor, afterAct, isSealed, standingOf } from "@/lib/survey/edition-life";

const now = new Date("2025-06-01T00:00:00+08:00");
const before = new Date("2025-05-01T00:00:00+08:00");
const later = new Date("2025-07-01T00:00:00+08:00");
const round = (state: Round["state"], opensAt: Date | null = null, closesAt: Date | null = null): Round => ({
  state,
  opensAt,
  closesAt,
});

describe("how an edition stands", () => {
  test.each([
    [round("draft", before), "draft"],
    [round("open"), "open"],
    [round("open", later), "scheduled"],
    [round("open", before, now), "closed"],
    [round("closed", before, later), "closed"],
    [round("sealed"), "sealed"],
    [round("disclosed"), "disclosed"],
  ])("follows its state and, while open, its field period: %j", (edition, standing) => {
    expect(standingOf(edition, now)).toBe(standing);
  });

  test("stays sealed when it is disclosed", () => {
    expect(EDITION_STATES.filter((state) => isSealed({ state }))).toEqual(["sealed", "disclosed"]);
  });
});

describe("what can be done with an edition", () => {
  test.each([
    [round("draft"), ["open"]],
    [round("draft", before), ["open"]],
    [round("draft", later), ["schedule", "open"]],
    [round("open", later), ["open", "recall"]],
    [round("open", before, later), ["close"]],
    [round("open", before, now), ["seal", "reopen"]],
    [round("closed"), ["seal", "reopen"]],
    [round("sealed"), ["disclose", "unseal"]],
    [round("disclosed"), ["unseal"]],
  ])("is the next step of its life: %j", (edition, acts) => {
    expect(actsFor(edition, now)).toEqual(acts);
  });

  test("is refused otherwise", () => {
    for (const act of EDITION_ACTS.filter((candidate) => candidate !== "close")) {
      expect(afterAct(round("open"), act, now)).toEqual({ ok: false, error: "not-now" });
    }
  });
});

describe("an edition after an act", () => {
  test.each([
    [round("draft", null, later), "open", round("open", now, later)],
    [round("draft", later), "open", round("open", now)],
    [round("draft", later), "schedule", round("open", later)],
    [round("open", later), "recall", round("draft", later)],
    [round("open", before, later), "close", round("closed", before, now)],
    [round("closed", before, now), "reopen", round("open", before)],
    [round("open", before, now), "seal", round("sealed", before, now)],
    [round("sealed", before, now), "disclose", round("disclosed", before, now)],
    [round("disclosed", before, now), "unseal", round("closed", before, now)],
  ] as const)("%j has its new state and the field period that was: %s", (edition, act, expected) => {
    expect(afterAct(edition, act, now)).toEqual({ ok: true, value: expected });
  });

  test("is not open when its closing is over already", () => {
    expect(afterAct(round("draft", null, now), "open", now)).toEqual({ ok: false, error: "closing-passed" });
  });
});
