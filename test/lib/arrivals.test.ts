import { expect, test } from "vitest";
import { MOST_WEEKS, arrivalsOf, isFirstOfYear, largestChannels } from "@/lib/analysis/arrivals";

const counted = (from: string, channel: string | null, count: number) => ({ from, channel, count });

test("arrivals › have a place for every week between the first and the last, over the turn of a year too", () => {
  const weeks = [
    counted("2027-01-11", "web", 2),
    counted("2026-12-21", "pdf", 5),
    counted("2026-12-21", null, 1),
    counted("2026-12-28", "pdf", 1),
  ];
  const arrivals = arrivalsOf({ weeks, months: [] });
  expect(arrivals).toEqual({
    unit: "week",
    periods: ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
    channels: [
      { code: "pdf", counts: [5, 1, 0, 0] },
      { code: "web", counts: [0, 0, 0, 2] },
      { code: null, counts: [1, 0, 0, 0] },
    ],
  });
  expect(arrivals.periods.map((_, place) => isFirstOfYear(arrivals.periods, place))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("arrivals › beyond sixty weeks are by month, those without an answer too", () => {
  const months = [counted("2026-12-01", "pdf", 6), counted("2026-11-01", "web", 1), counted("2028-01-01", "web", 3)];
  const until = (last: string) => [counted("2026-11-23", "web", 1), counted(last, "web", 3)];
  expect(arrivalsOf({ weeks: until("2028-01-10"), months }).periods).toHaveLength(MOST_WEEKS);
  const { unit, periods, channels } = arrivalsOf({ weeks: until("2028-01-17"), months });
  expect([unit, periods.length, periods[1], periods.at(-1)]).toEqual(["month", 15, "2026-12-01", "2028-01-01"]);
  expect(channels.map(({ code, counts }) => [code, counts[0], counts[1], counts[14]])).toEqual([
    ["pdf", 0, 6, 0],
    ["web", 1, 0, 3],
  ]);
});

test("arrivals › are none without an answer", () => {
  expect(arrivalsOf({ weeks: [], months: [] })).toEqual({ unit: "week", periods: [], channels: [] });
});

test("arrivals › of more channels than a picture can tell apart are the largest, and the others in one", () => {
  const weeks = ["pdf", "web", "mail", "paper"].map((channel, place) => counted("2026-12-21", channel, 9 - place));
  const { channels, others } = largestChannels(arrivalsOf({ weeks, months: [] }), 3);
  expect(channels.map(({ code }) => code)).toEqual(["pdf", "web"]);
  expect(others).toEqual([13]);
  expect(largestChannels(arrivalsOf({ weeks, months: [] }), 4).others).toBeNull();
});
