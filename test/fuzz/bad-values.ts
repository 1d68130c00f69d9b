import * as fc from "fast-check";

const LONG = 3_000;

/** What means something to a program behind us, and nothing here. */
const MEANT = [
  "__proto__",
  "constructor",
  "[object Object]",
  "undefined",
  "NaN",
  "-1",
  "1e309",
  "9".repeat(40),
  "2024-02-30",
  "0000-00-00",
  "'; drop table response; --",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "${7*7}",
  "../../../../etc/passwd",
  "..%2f..%2f.env",
  "%00",
  "%zz",
  "%ed%a1%82",
  "http://example.invalid/",
  "=cmd|' /C calc'!A0",
  "\u202e\u0000\ufeff",
  "𠮷".repeat(70),
  "Ａ".repeat(300),
  "0194f5a0-0000-7000-8000-000000000000",
  "*",
  "",
] as const;

/** Anything that a text can be, in any script, with control characters. */
export const anyText = fc.oneof(
  fc.constantFrom(...MEANT),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary-ascii", maxLength: 40 }),
  fc.integer({ min: 1, max: LONG }).map((length) => "长".repeat(length)),
);

/** A text that no field takes: one with a NUL in it, or one longer than any may be. */
export const refusedText = fc.oneof(
  fc.tuple(anyText, anyText).map(([one, other]) => `${one}\u0000${other}`),
  fc.integer({ min: 2_001, max: 20_000 }).map((length) => "长".repeat(length)),
);

/** What stands in an address between two slashes or behind a name: escaped as a browser does, seldom not at all. */
export const addressPart = fc.oneof(
  { arbitrary: anyText.map((text) => encodeURIComponent(text.toWellFormed())), weight: 8 },
  { arbitrary: anyText.map((text) => text.replaceAll(/[\r\n]/g, "")), weight: 1 },
);

/** Values as JSON knows them, deep and odd ones too. */
export const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  anyText,
  fc.integer({ min: 1, max: 500 }).map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown),
);
