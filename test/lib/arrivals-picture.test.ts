import { expect, test } from "vitest";
import { arrivalsOf } from "@/lib/analysis/arrivals";
import { arrivalsPicture } from "@/lib/charts/arrivals-picture";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const weeks = [
  { from: "2025-12-29", channel: "wechat", count: 3 },
  { from: "2026-01-05", channel: null, count: 4 },
  { from: "2026-01-12", channel: null, count: 1 },
];
const charted = {
  edition: { ...JINCHEN_2024, state: "open" as const },
  arrivals: arrivalsOf({ weeks, months: [] }),
  asOf: new Date("2026-01-09T07:04:59Z"),
  locale: "zh-CN" as const,
  part: "",
  isDemo: false,
};

test("a picture of arrivals says of which report it is, as of when, and that it is a draft until the round is sealed", () => {
  const svg = arrivalsPicture(charted);
  expect(svg).toContain("《金辰股份2024年可持续发展报告》意见反馈：每周收到的有效答卷，按渠道");
  expect(svg).toMatch(/草稿[^]*数据截至 2026-01-09 15:04 \(Asia\/Shanghai\)，有效 8 份。/);
  expect(arrivalsPicture({ ...charted, edition: { ...charted.edition, state: "sealed" } })).not.toContain("草稿");
});

test("a picture of arrivals says of which part it is, and that it is of the demo", () => {
  const svg = arrivalsPicture({ ...charted, part: "语言：英文", isDemo: true });
  expect(svg.replaceAll(/<[^>]*>/g, "")).toContain("（部分答卷，语言：英文）");
  expect(svg).toContain("演示数据，均为虚构");
});

test("a picture of arrivals tells every count to a screen reader, with no table beside it", () => {
  const [, description = ""] = /<desc>([^]*?)<\/desc>/.exec(arrivalsPicture(charted)) ?? [];
  expect(description.split("\n")).toEqual(["未注明渠道：2026-01-05 4 份、2026-01-12 1 份", "微信：2025-12-29 3 份"]);
});
