import { describe, expect, test } from "vitest";
import { AUDIT_ACTS, type AuditAct, type AuditedState } from "@/lib/audit";
import { auditQuery, readAuditFilter } from "@/lib/audit-filter";
import { actWords, changedFields } from "@/lib/audit-words";
import { auditHeader, auditRow } from "@/lib/export/audit-table";
import { LOCALES, type Locale } from "@/lib/locale";
import { SIGN_ON_REFUSALS } from "@/lib/single-sign-on";

describe("every act of the audit log", () => {
  test.each(AUDIT_ACTS.flatMap((act) => LOCALES.map((locale) => ({ act, locale }))))(
    "has words: $act in $locale",
    ({ act, locale }) => {
      expect(actWords(act, locale)).not.toBe(act);
    },
  );
});

const told = (
  act: AuditAct,
  before: AuditedState | null,
  after: AuditedState | null,
  locale: Locale = "zh-CN",
): Record<string, string> => {
  const changes = changedFields({ act, before, after }, locale, "Asia/Shanghai");
  return Object.fromEntries(changes.map((one) => [one.field, `${one.before ?? ""} → ${one.after ?? ""}`]));
};

describe("what an act changed", () => {
  test("is told in words, without what stayed the same", () => {
    const before = { status: "valid", reason: null, group: "supplier" };
    const after = { status: "excluded", reason: "DUP", group: "supplier", 其他: ["a", "b"] };
    expect(told("exclusion.confirmed", before, after)).toEqual({
      状态: "有效 → 已剔除",
      原因: " → 重复提交",
      其他: " → a、b",
    });
  });

  test("of a round that is scheduled is that it is not yet open, and when it opens by the zone's clock", () => {
    const draft = { state: "draft", opensAt: null };
    const scheduled = { state: "open", opensAt: "2026-12-31T10:00:00.000Z" };
    const state = { 轮次状态: "筹备 → 未开始", 开始: " → 2026-12-31 18:00:00" };
    expect(told("edition.scheduled", draft, scheduled)).toEqual(state);
    expect(told("edition.recalled", scheduled, { ...scheduled, state: "draft" })).toEqual({
      轮次状态: "未开始 → 筹备",
    });
    expect(told("edition.opened", scheduled, scheduled)).toEqual({ 轮次状态: "未开始 → 征集中" });
    expect(told("edition.closed", scheduled, { ...scheduled, state: "closed" })).toEqual({
      轮次状态: "征集中 → 已截止",
    });
  });

  test("counts a new round's questions, and names those that two keyings answered differently", () => {
    const copied = { from: "2024", items: 8 };
    expect(told("edition.copied", null, copied)).toEqual({ 底本轮次: " → 2024", 题目: " → 8" });
    expect(told("entry.resolved", null, { items: ["impact"] })).toEqual({ 两遍不同的题: " → impact" });
  });

  test("of a form or of settings is told by the names that their pages have", () => {
    const form = { "item.impact.en": "b", "item.impact.lineage": "reworded", "section.0.title.zh-CN": "c" };
    expect(told("instrument.published", null, form)).toEqual({
      "题目 impact（英文）": " → b",
      "题目 impact 与上年的关系": " → 已改写",
      "第 1 部分的标题（中文）": " → c",
    });
    const settings = { "reportTitle.en": "t", "company.phone": "1" };
    expect(Object.keys(told("edition.changed", null, settings, "en"))).toEqual(["Report title (English)", "Telephone"]);
  });

  test.each([
    [{ role: "viewer" }, "查看者"],
    [{ kind: "paper" }, "纸质"],
    [{ by: "recovery code" }, "备用码"],
    [{ retired: true }, "是"],
    [{ act: "edition.sealed" }, "冻结"],
    [{ language: "en" }, "英文"],
  ] as const)("has no code where the pages have a word: %j", (after, words) => {
    expect(Object.values(told("audit.exported", null, after))).toEqual([` → ${words}`]);
  });
});

describe("why single sign-on let nobody in", () => {
  test.each(SIGN_ON_REFUSALS)("has words: %s", (reason) => {
    expect(told("session.refused", null, { reason })["原因"]).toMatch(/\p{Script=Han}/u);
  });
});

describe("the audit log's filter", () => {
  test("comes back from its address, and narrows nothing by what it cannot be", () => {
    const query = "person=%E7%8E%8B&act=response.viewed&subject=2024&from=2025-01-01&until=2025-02-01";
    expect(auditQuery(readAuditFilter(new URLSearchParams(query)))).toBe(query);
    expect(auditQuery(readAuditFilter(new URLSearchParams("act=x&from=2025-02-30&person=%00")))).toBe("");
    expect(auditQuery(readAuditFilter(new URLSearchParams()), 7)).toBe("before=7");
  });
});

describe("an exported event", () => {
  test("has a cell for each head, its time to the second in the named zone", () => {
    const event = {
      id: 7,
      at: new Date("2026-11-23T16:04:59.900Z"),
      staffName: "𠮷田",
      staffEmail: "yoshida@example.cn",
      act: "response.held" as const,
      subject: "2024",
      before: { status: "valid" },
      after: null,
    };
    const row = auditRow(event, "zh-CN", "Asia/Shanghai");
    expect(row).toHaveLength(auditHeader("zh-CN", "北京时间").length);
    expect(row.slice(0, 3)).toEqual([7, "2026-11-24 00:04:59", "𠮷田"]);
    expect(row.slice(-2)).toEqual(['{"status":"valid"}', null]);
  });
});
