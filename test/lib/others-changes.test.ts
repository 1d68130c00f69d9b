import { describe, expect, test } from "vitest";
import { othersChanges } from "@/lib/survey/others-changes";

const SHOWN = { title: "报告", zone: "Asia/Shanghai", note: "一\n二" };

describe("what others changed of a form since it was shown", () => {
  test("is nothing where nobody did, whatever was typed", () => {
    const typed = { ...SHOWN, title: "报告𠮷", note: " 一\r\n二 " };
    expect(othersChanges(SHOWN, typed, SHOWN)).toEqual({ changes: [], goOn: typed });
  });

  test("is told where something else was typed, which stays; and takes the place of what was left as it was", () => {
    const now = { ...SHOWN, title: "年报", zone: "Europe/Berlin" };
    const { changes, goOn } = othersChanges(SHOWN, { ...SHOWN, title: "报告𠮷" }, now);
    expect(changes).toEqual([
      { field: "title", theirs: "年报", isTyped: true },
      { field: "zone", theirs: "Europe/Berlin", isTyped: false },
    ]);
    expect(goOn).toEqual({ ...SHOWN, title: "报告𠮷", zone: "Europe/Berlin" });
  });

  test("is nothing to tell where both typed the same", () => {
    const now = { ...SHOWN, title: "年报" };
    expect(othersChanges(SHOWN, now, now).changes).toEqual([]);
  });

  test("is every field that differs where the form does not say what it showed", () => {
    const now = { ...SHOWN, title: "年报" };
    expect(othersChanges({}, SHOWN, now).changes).toEqual([{ field: "title", theirs: "年报", isTyped: true }]);
  });
});
