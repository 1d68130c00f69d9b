import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OpeningCaution } from "@/app/admin/editions/[edition]/state/opening-caution";
import { SealingCaution } from "@/app/admin/editions/[edition]/state/sealing-caution";
import { CopiedParts } from "@/app/admin/editions/copied-parts";
import { BatchProgress } from "@/app/admin/entry/batches/[batch]/batch-progress";
import { batchStateWords } from "@/app/admin/entry/batches/batch-words";
import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import { withoutLineage } from "@/lib/survey/lineage";
import { theEdition } from "@/test/support/editions";

const A_BATCH: EntryBatch = {
  id: "0199a3c0-0000-7000-8000-00000000000b",
  editionSlug: "2025",
  name: "一叠",
  channel: "paper",
  receivedOn: "2025-06-18",
  expected: 3,
  typed: 3,
  keyedTwice: true,
  unkeyed: 0,
  begunByName: "王芳",
  finished: null,
  revision: 1,
};

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

test("sealing a round names what is unfinished, by count, and is silent where nothing is", () => {
  const none = { imports: 0, quarantined: 0, held: 0, proposed: 0, batches: 0, differences: 0, unkeyed: 0, draft: 0 };
  const shown = (work: typeof none) => renderToStaticMarkup(<SealingCaution slug="2025" work={work} locale="zh-CN" />);
  const all = shown({
    imports: 1,
    quarantined: 2,
    held: 5,
    proposed: 6,
    batches: 7,
    differences: 4,
    unkeyed: 3,
    draft: 1,
  });
  for (const words of [
    "1 个文件等待导入",
    "2 份已隔离的答卷尚未复核",
    "4 份纸质问卷两遍录入有差异",
    "3 份纸质问卷要求复录",
    "5 份答卷待复核",
    "6 份答卷已有人提议剔除",
    "7 个录入批次尚未完成",
    "有一份尚未发布的草稿",
    'href="/admin/responses?edition=2025&amp;proposed=yes"',
    'href="/admin/editions/2025/instrument"',
  ])
    expect(all).toContain(words);
  expect(shown({ ...none, quarantined: 2 })).not.toContain("等待导入");
  expect(shown(none)).toBe("");
});

test("a batch of which nobody keyed three sheets again says so in the list, once it is all typed", () => {
  const batch = { ...A_BATCH, unkeyed: 3, finished: { with: 3, byName: "王芳", reason: null } };
  expect(batchStateWords(batch, "zh-CN")).toBe("已结束，尚有 3 份未复录");
  expect(batchStateWords({ ...batch, finished: null }, "zh-CN")).toBe("已录完，待结束，尚有 3 份未复录");
  expect(batchStateWords({ ...batch, unkeyed: 0 }, "zh-CN")).toBe("已结束");
  const page = renderToStaticMarkup(<BatchProgress batch={batch} sheets={[]} takesSheets locale="zh-CN" />);
  expect(page).toContain("尚有 3 份未复录");
});
