import { describe, expect, test } from "vitest";
import { importKey, rowChecker } from "@/lib/import/check-rows";
import { importColumns } from "@/lib/import/columns";
import { suggestedScore } from "@/lib/import/mapping";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { HEADER, checked, csv, row, tableOf } from "@/test/support/checked-file";

const TODAY = "2026-06-18";

describe("a row of the template", () => {
  test("is read by the rules of a reader's answer, with words or figures", async () => {
    const cells = {
      number: "1",
      received_on: "2026/6/1 10:33:01",
      channel: "电话",
      impact: "很好",
      overall: "4",
      advice: "𠮷野家：“很好”，\n第二行🌞",
      stakeholder_group: "供应商",
      topics: "应对气候变化；员工",
      quote: "同意",
    };
    const [first] = await checked(csv([HEADER, row(cells)]));
    expect(first).toMatchObject({
      ok: true,
      value: {
        receivedOn: "2026-06-01",
        content: {
          channel: "phone",
          ratings: [5, null, null, null, 4],
          verbatims: { advice: cells.advice },
          stakeholderGroup: "supplier",
          topics: ["climate", "employees"],
          quoteConsent: true,
        },
      },
    });
  });

  test("with bad cells names exactly those", async () => {
    const rows = Array.from({ length: 50 }, () => row({ overall: "很好" }));
    rows[6] = row({ overall: "挺好", advice: "字".repeat(2001) });
    rows[20] = row({ received_on: "2027-01-01", overall: "5" });
    rows[40] = row({});
    const problems = (await checked(csv([HEADER, ...rows]))).flatMap((one, at) =>
      one.ok ? [] : one.error.map((problem) => ({ row: at + 2, ...problem })),
    );
    const place = (field: string) => importColumns(JINCHEN_2024, "zh-CN").findIndex((column) => column.field === field);
    expect(problems).toEqual([
      { row: 8, place: place("overall"), field: "overall", error: { code: "not-a-rating" } },
      { row: 8, place: place("advice"), field: "advice", error: { code: "too-long", excess: 1, max: 2000 } },
      { row: 22, place: place("received_on"), field: "received_on", error: { code: "in-future" } },
      { row: 42, place: null, field: "", error: { code: "empty" } },
    ]);
  });

  test("says the same whenever it comes again, whoever left which telephone number", async () => {
    const rows = [
      row({ overall: "5" }),
      row({ overall: "很好" }),
      row({ overall: "4" }),
      row({ overall: "5", number: "7" }),
    ];
    const told = { overall: "5", contact: "138 0000 0000", contact_consent: "是" };
    const said = async () =>
      (await checked(csv([HEADER, ...rows, row(told)]))).map((one) => (one.ok ? one.value.said : ""));
    const [first, word, other, numbered, contact] = await said();
    expect(await said()).toEqual([first, word, other, numbered, contact]);
    expect([word, contact]).toEqual([first, first]);
    expect(new Set([first, other, numbered]).size).toBe(3);
    expect(importKey(first ?? "", 0)).not.toBe(importKey(first ?? "", 1));
  });

  test("with a word or a digit that nobody gave a score is refused", () => {
    const mapping = {
      columns: { overall: 0 },
      words: { "1": 5 },
      fixed: { channel: "paper", receivedOn: "2026-06-01", locale: "zh-CN" },
    } as const;
    const check = rowChecker(JINCHEN_2024, mapping, TODAY);
    expect(check(["1"])).toMatchObject({ ok: true, value: { content: { ratings: [null, null, null, null, 5] } } });
    for (const cell of ["2", "constructor"])
      expect(check([cell])).toEqual({
        ok: false,
        error: [{ place: 0, field: "overall", error: { code: "not-a-rating" } }],
      });
  });
});

describe("an export of 问卷星", () => {
  const items = JINCHEN_2024.instrument.sections.flatMap((section) => section.items);
  const header = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自IP",
    ...items.map(({ text }, place) => `${place + 1}、${text["zh-CN"]}`),
  ];
  const line = [
    "1",
    "2026/6/1 10:33:01",
    "92秒",
    "微信",
    "http://x",
    "1.2.3.4(辽宁-营口)",
    "很好",
    "较好",
    "一般",
    "(跳过)",
    "很差",
    "建议",
    "",
    "",
  ];

  test("is mapped by its headers, and keeps neither time nor address", async () => {
    const table = await tableOf(csv([header, line]));
    expect(JSON.stringify(table)).not.toMatch(/10:33|1\.2\.3\.4|92秒|http/);
    expect(table.columns.map(({ place }) => place)).toEqual([0, 1, 3, ...items.map((_, at) => 6 + at)]);
    const [first] = await checked(csv([header, line]), { channel: "wechat" });
    expect(first).toMatchObject({
      ok: true,
      value: {
        receivedOn: "2026-06-01",
        content: { channel: "wechat", ratings: [5, 4, 3, null, 1], verbatims: { advice: "建议" } },
      },
    });
  });

  test("keeps a sentence that begins with a moment", async () => {
    const said = "2026-06-01 10:33 打开报告，找不到范围三";
    const [first] = await checked(csv([header, line.with(11, said)]), { channel: "wechat" });
    expect(first).toMatchObject({ ok: true, value: { content: { verbatims: { advice: said } } } });
  });

  test("has words that a person gives scores, such as the places of its options", () => {
    const words = ["很好", "E.很差", "5", "未作答", "还行"].map((word) => suggestedScore(JINCHEN_2024, word));
    expect(words).toEqual([5, 1, 5, 0, null]);
  });
});
