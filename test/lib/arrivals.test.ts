import { expect, test } from "vitest";
import { arrivalsOf, largestChannels } from "@/lib/analysis/arrivals";

test("arrivals › have a place for every week between the first and the last, over the turn of a year too", () => {
  const counted = [
    { week: "2027-01-11", channel: "web", count: 2 },
    { week: "2026-12-21", channel: "pdf", count: 5 },
    { week: "2026-12-21", channel: null, count: 1 },
  ];
  expect(arrivalsOf(counted)).toEqual({
    weeks: ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
    channels: [
      { code: "pdf", counts: [5, 0, 0, 0] },
      { code: "web", counts: [0, 0, 0, 2] },
      { code: null, counts: [1, 0, 0, 0] },
    ],
  });
});

test("arrivals › are none without an answer", () => {
  expect(arrivalsOf([])).toEqual({ weeks: [], channels: [] });
});

test("arrivals › of more channels than a picture can tell apart are the largest, and the others in one", () => {
  const counted = ["pdf", "web", "mail", "paper"].map((channel, place) => ({
    week: "2026-12-21",
    channel,
    count: 9 - place,
  }));
  const { channels, others } = largestChannels(arrivalsOf(counted), 3);
  expect(channels.map(({ code }) => code)).toEqual(["pdf", "web"]);
  expect(others).toEqual([13]);
  expect(largestChannels(arrivalsOf(counted), 4).others).toBeNull();
});
