import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangeList } from "@/app/admin/editions/[edition]/instrument/publish/change-list";
import type { InstrumentDesk } from "@/db/instrument-desk";
import { aForm, inWords, itemOf } from "@/test/support/a-form";

const listOf = (document: ReturnType<typeof aForm>) => {
  const desk = { published: { version: 1, document: aForm(), asks: [] }, draft: { document, asks: [] } };
  return renderToStaticMarkup(<ChangeList desk={desk as unknown as InstrumentDesk} locale="zh-CN" />);
};

test("publishing cautions of a text that was changed in one language only, by its name, and of no other", () => {
  const { text } = itemOf(aForm(), "overall");
  const alone = aForm({ overall: { text: { ...text, en: "Overall?" } } });
  expect(listOf(alone)).toContain("只改了一种语言：第 5 题（英文）。");
  expect(listOf(aForm({ overall: inWords("总的来说？", "Overall?") }))).not.toContain("只改了一种语言");
});
