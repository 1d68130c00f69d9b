import { describe, expect, test } from "vitest";
import { expositionOf, gauge } from "@/lib/metrics/exposition";
import { Counter, Histogram } from "@/lib/metrics/tallies";

describe("a counter", () => {
  test("counts each set of labels apart, and shows what is known before it happens", () => {
    const counter = new Counter("answers_total", "Answers.", [{ outcome: "kept" }, { outcome: "failed" }]);
    counter.add({ outcome: "kept" });
    counter.add({ outcome: "kept" }, 2);
    expect(expositionOf([counter.family()])).toBe(
      '# HELP answers_total Answers.\n# TYPE answers_total counter\nanswers_total{outcome="kept"} 3\nanswers_total{outcome="failed"} 0\n',
    );
  });
});

describe("a histogram", () => {
  test("counts in each class what is as large or smaller, and everything in the last", () => {
    const histogram = new Histogram("seconds", "Seconds.", [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 20]) histogram.observe({ route: "/a" }, value);
    expect(expositionOf([histogram.family()]).split("\n").slice(2)).toEqual([
      'seconds_bucket{route="/a",le="0.1"} 2',
      'seconds_bucket{route="/a",le="1"} 3',
      'seconds_bucket{route="/a",le="+Inf"} 4',
      'seconds_sum{route="/a"} 20.65',
      'seconds_count{route="/a"} 4',
      "",
    ]);
  });
});

describe("the text for Prometheus", () => {
  test("escapes what would end a value or a line", () => {
    const family = gauge("g", "One\nline \\.", [[{ name: '金辰 "a"\\\n' }, 1]]);
    expect(expositionOf([family])).toBe('# HELP g One\\nline \\\\.\n# TYPE g gauge\ng{name="金辰 \\"a\\"\\\\\\n"} 1\n');
  });

  test("leaves out what is not known", () => {
    expect(expositionOf([gauge("g", "G.", [[{}, null]])])).toBe("# HELP g G.\n# TYPE g gauge\n");
  });
});
