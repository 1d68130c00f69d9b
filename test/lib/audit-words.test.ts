import { describe, expect, test } from "vitest";
import { AUDIT_ACTS } from "@/lib/audit";
import { auditQuery, readAuditFilter } from "@/lib/audit-filter";
import { actWords, changedFields } from "@/lib/audit-words";
import { auditHeader, auditRow } from "@/lib/export/audit-table";
import { LOCALES } from "@/lib/locale";
import { SIGN_ON_REFUSALS } from "@/lib/single-sign-on";

describe("every act of the audit log", () => {
  test.each(AUDIT_ACTS.flatMap((act) => LOCALES.map((locale) => ({ act, locale }))))(
    "has words: $act in $locale",
    ({ act, locale }) => {
      expect(actWords(act, locale)).not.toBe(act);
    },
  );
});

describe("what an act changed", () => {
  test("is told in words, without what stayed the same", () => {
    const before = { status: "valid", reason: null, group: "supplier" };
    const after = { status: "excluded", reason: "DUP", group: "supplier", 其他: ["a", "b"] };
    expect(changedFields(before, after, "zh-CN")).toEqual([
      { field: "状态", before: "有效", after: "已剔除" },
      { field: "原因", before: null, after: "重复提交" },
      { field: "其他", before: null, after: "a, b" },
    ]);
  });
});

describe("why single sign-on let nobody in", () => {
  test.each(SIGN_ON_REFUSALS)("has words: %s", (reason) => {
    const [told] = changedFields(null, { reason }, "zh-CN");
    expect(told?.after).toMatch(/\p{Script=Han}/u);
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
