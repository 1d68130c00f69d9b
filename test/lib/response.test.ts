import { describe, expect, test } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { parseResponse } from "@/lib/survey/response";
import { HARD_TEXTS } from "@/test/support/hard-texts";

const KEY = "0b9b6f0e-3c1d-4f5a-9d8e-7c6b5a493827";
const parse = (fields: Record<string, unknown>) => parseResponse(JINCHEN_2024, { idempotency_key: KEY, ...fields });
const errorsOf = (fields: Record<string, unknown>) => {
  const parsed = parse(fields);
  return parsed.ok || parsed.error.kind !== "invalid" ? parsed : parsed.error.items;
};
const contentOf = (fields: Record<string, unknown>) => {
  const parsed = parse(fields);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe("a rating", () => {
  test("is read as digit and as number, in the order of the form", () => {
    const fields = { overall: 1, impact: "5", readability: "2", responsiveness: 4, disclosure_quality: "3" };
    expect(contentOf(fields).ratings).toEqual([5, 4, 3, 2, 1]);
  });

  test.each([undefined, null, ""])("is missing, never an error, when %j is sent", (blank) => {
    expect(contentOf({ overall: 5, impact: blank }).ratings).toEqual([null, null, null, null, 5]);
  });

  test.each([0, 6, -1, 1.5, NaN, "0", "6", "05", " 5", "5 ", "５", "五", "5.0", "1e0", true, [5], ["5"], { value: 5 }])(
    "refuses %j",
    (sent) => {
      expect(errorsOf({ overall: sent })).toEqual({ overall: { code: "not-a-rating" } });
    },
  );
});

describe("a text", () => {
  test.each(HARD_TEXTS.map((text) => ({ text })))("is kept to the character (hard text %#)", ({ text }) => {
    expect(contentOf({ advice: text }).verbatims).toEqual({ advice: text });
  });

  test.each(["", " ", "\t\r\n", "　", "\u00A0", "\u200B\u200D\uFEFF", undefined, null])(
    "is missing, never an error, when %j is sent",
    (blank) => {
      expect(contentOf({ overall: 5, advice: blank }).verbatims).toEqual({});
    },
  );

  test.each(["𠮷", "字", "😀", "\n", "\r\n"])("of 2,000 times %j has 2,000 characters and fits", (sign) => {
    const text = `${sign.repeat(1999)}完`;
    expect(contentOf({ advice: text }).verbatims.advice).toBe(text.replaceAll("\r\n", "\n"));
    expect(errorsOf({ advice: `${sign}${text}` })).toEqual({ advice: { code: "too-long", excess: 1, max: 2000 } });
  });

  test("of joined emoji counts each code point: a family of four has seven", () => {
    expect(errorsOf({ advice: "👨‍👩‍👧‍👦".repeat(286) })).toEqual({ advice: { code: "too-long", excess: 2, max: 2000 } });
  });

  test("has one kind of line break, whichever the browser sends", () => {
    expect(contentOf({ advice: "一\r\n二\r三\n四\n\r五" }).verbatims.advice).toBe("一\n二\n三\n四\n\n五");
  });

  test.each([5, true, ["text"], { text: "a" }])("refuses %j, which is not text", (sent) => {
    expect(errorsOf({ advice: sent })).toEqual({ advice: { code: "not-text" } });
  });

  test.each(["a\0b", "\uD842", "\uDFB7字", "字\uD83D"])("refuses NUL and half characters: %j", (sent) => {
    expect(errorsOf({ advice: sent })).toEqual({ advice: { code: "unreadable-text" } });
  });
});

describe("what travels with the answers", () => {
  test.each([
    undefined,
    "",
    "7",
    `${KEY}0`,
    "00000000-0000-0000-0000-000000000000",
    "0192b6f0-3c1d-7f5a-9d8e-7c6b5a493827",
  ])("refuses %j as idempotency key", (sent) => {
    expect(errorsOf({ overall: 5, idempotency_key: sent })).toEqual({ idempotency_key: { code: "bad-key" } });
  });

  test("knows the languages and the channels, and that there may be none", () => {
    expect(contentOf({ overall: 5 })).toMatchObject({ locale: null, channel: null, idempotencyKey: KEY });
    expect(contentOf({ overall: 5, locale: "en", channel: "wechat" })).toMatchObject({
      locale: "en",
      channel: "wechat",
    });
    expect(contentOf({ overall: 5, locale: "", channel: "" })).toMatchObject({ locale: null, channel: null });
    const bad = { locale: { code: "bad-field" }, channel: { code: "bad-field" } };
    expect(errorsOf({ overall: 5, locale: "fr", channel: "Tele pathy" })).toEqual(bad);
  });

  test("counts a channel that the edition does not have as none", () => {
    expect(contentOf({ overall: 5, channel: "telepathy" })).toMatchObject({ channel: null });
    expect(contentOf({ overall: 5, channel: "constructor" })).toMatchObject({ channel: null });
  });

  test.each(["extra", "constructor", "toString", "ratings", "Overall"])("refuses the unknown field %s", (field) => {
    expect(errorsOf({ overall: 5, [field]: "1" })).toEqual({ [field]: { code: "unknown-field" } });
  });

  test("refuses __proto__ as an unknown field and takes no answer from it", () => {
    const parsed = parse(JSON.parse(`{ "__proto__": { "overall": 5 }, "advice": "好" }`) as Record<string, unknown>);
    expect(parsed.ok).toBe(false);
    if (parsed.ok || parsed.error.kind !== "invalid") return;
    expect(Object.entries(parsed.error.items)).toEqual([["__proto__", { code: "unknown-field" }]]);
  });
});

test("an item may bear any name: a blank one called constructor is missing", () => {
  const [section] = JINCHEN_2024.instrument.sections;
  const items = [{ ...section!.items[0]!, key: "constructor" }, section!.items[4]!];
  const sections = [{ ...section!, items }];
  const parsed = parseResponse(
    { instrument: { sections }, asks: [], channels: [] },
    { idempotency_key: KEY, overall: 5 },
  );
  expect(parsed).toMatchObject({ ok: true, value: { ratings: [null, 5] } });
});

describe("a submission", () => {
  test("gets every error at once, in the order of the form", () => {
    const fields = {
      impact: 9,
      overall: "x",
      advice: 1,
      missing_information: "\0",
      idempotency_key: "",
      locale: "x",
      z: 1,
    };
    const codes = Object.entries(errorsOf(fields)).map(
      ([field, error]) => `${field}: ${(error as { code: string }).code}`,
    );
    expect(codes).toEqual([
      "impact: not-a-rating",
      "overall: not-a-rating",
      "advice: not-text",
      "missing_information: unreadable-text",
      "idempotency_key: bad-key",
      "locale: bad-field",
      "z: unknown-field",
    ]);
  });

  test("without any answer is empty", () => {
    expect(parse({ overall: "", advice: " \n " })).toEqual({ ok: false, error: { kind: "empty" } });
  });

  test.each([{ impact: 1 }, { missing_information: "。" }])("with one answer is enough: %j", (fields) => {
    expect(parse(fields).ok).toBe(true);
  });
});
