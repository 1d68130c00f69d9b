import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OpeningCaution } from "@/app/admin/editions/[edition]/state/opening-caution";
import { CopiedParts } from "@/app/admin/editions/copied-parts";
import type { Edition } from "@/db/editions";
import { withoutLineage } from "@/lib/survey/lineage";
import { theEdition } from "@/test/support/editions";

const nextYear = async (): Promise<Edition> => {
  const last = await theEdition();
  return { ...last, slug: "2025", instrument: withoutLineage(last.instrument) };
};
const reworded = ({ instrument }: Edition): Edition["instrument"] => ({
  ...instrument,
  sections: instrument.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.key === "readability" ? { ...item, text: { "zh-CN": "报告好读吗𠮷？", en: "Is it easy to read?" } } : item,
    ),
  })),
});

test("a round counts as comparable only the items that were not reworded", async () => {
  const [last, now] = [await theEdition(), await nextYear()];
  const shown = (edition: Edition, compared: { form: Edition; last: Edition } | null) =>
    renderToStaticMarkup(<CopiedParts {...{ edition, compared }} locale="zh-CN" title="现有" />);
  const changed = { ...now, instrument: reworded(now) };
  expect(shown(now, { form: now, last })).toContain("8 题（评价 5 题，开放 3 题），其中 8 题可与上年比较");
  expect(shown(changed, { form: changed, last })).toContain("其中 7 题可与上年比较");
  expect(shown(last, null)).not.toContain("比较");
});

test("opening a round names a title and dates that hold an old year, with the way to the checklist", async () => {
  const now = await nextYear();
  const shown = (edition: Edition) => renderToStaticMarkup(<OpeningCaution edition={edition} locale="zh-CN" />);
  expect(shown(now)).toMatch(/报告名称“[^”]*2024[^”]*”含有更早的年份/);
  expect(shown(now)).toContain("报告期至2024年12月31日，早于2025年度");
  expect(shown(now)).toContain('href="/admin/editions/2025/checklist"');
  expect(shown(await theEdition())).toBe("");
});
