import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findReceiptCode, idempotencyHash, receiptCodeOf, receiptHash } from "@/lib/survey/receipt-code";

const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const codes = Array.from({ length: 20 }, () => receiptCodeOf("2024", randomUUID()));
const group = (signs: string) => `${signs.slice(0, 5)}-${signs.slice(5, 10)}-${signs.slice(10)}`;
const bare = (code: string) => code.replaceAll("-", "");

describe("a receipt code", () => {
  test("has 14 signs in three groups, none of them 0, O, 1, I or L", () => {
    expect(SIGNS).not.toMatch(/[01OIL]/);
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${SIGNS}]{5}-[${SIGNS}]{5}-[${SIGNS}]{4}$`));
  });

  test("uses every sign", () => {
    const used = new Set(Array.from({ length: 200 }, () => bare(receiptCodeOf("2024", randomUUID()))).join(""));
    expect([...used].toSorted().join("")).toBe(SIGNS);
  });

  test("is the same for the same edition and key in any case, and another for any other", () => {
    const key = randomUUID();
    expect(receiptCodeOf("2024", key.toUpperCase())).toBe(receiptCodeOf("2024", key));
    expect(receiptCodeOf("2025", key)).not.toBe(receiptCodeOf("2024", key));
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("stays what it was when it was printed: 2024, 0b9b6f0e-…", () => {
    expect(receiptCodeOf("2024", "0b9b6f0e-3c1d-4f5a-9d8e-7c6b5a493827")).toMatchInlineSnapshot(`"TPSHH-7GXH6-RPFC"`);
  });
});

describe("the check sign", () => {
  test("shows every single wrong sign at every place", () => {
    for (const code of codes) {
      const signs = bare(code);
      const wrong = [...signs].flatMap((right, place) =>
        [...SIGNS]
          .filter((sign) => sign !== right)
          .map((sign) => signs.slice(0, place) + sign + signs.slice(place + 1)),
      );
      expect(wrong).toHaveLength(14 * 30);
      expect(wrong.filter((typed) => findReceiptCode(typed) !== null)).toEqual([]);
    }
  });

  test("shows every swap of two different signs, neighbours or not", () => {
    for (const code of codes) {
      const swapped = allSwaps(bare(code)).filter((signs) => signs !== bare(code));
      expect(swapped.length).toBeGreaterThan(50);
      expect(swapped.filter((typed) => findReceiptCode(typed) !== null)).toEqual([]);
    }
  });

  test("refuses a sign too many or too few", () => {
    const [code = ""] = codes;
    expect([`${code}2`, code.slice(1), code.slice(0, -1), "", "-"].map(findReceiptCode)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("a typed code", () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0));

  test.each<[string, (code: string) => string]>([
    ["lower case", (code) => code.toLowerCase()],
    ["no hyphens", bare],
    ["spaces for hyphens", (code) => code.replaceAll("-", " ")],
    ["ideographic spaces and breaks", (code) => `　${code.replaceAll("-", "　")}\n`],
    ["full width", fullWidth],
    ["full width, lower case", (code) => fullWidth(code.toLowerCase())],
    ["dashes of a word processor", (code) => code.replace("-", "–").replace(/-(?=.{4}$)/, "—")],
    ["a space after every sign", (code) => [...code].join(" ")],
  ])("is found in %s", (_, typed) => {
    for (const code of codes) expect(findReceiptCode(typed(code))).toBe(code);
  });

  test("is never found in other text, and what is found is canonical", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const found = findReceiptCode(typed);
        expect(found === null || findReceiptCode(found) === found).toBe(true);
      }),
    );
  });

  test.each(["0", "O", "1", "I", "L", "ı", "ß", "é", "字"])("with the sign %s is none", (sign) => {
    expect(findReceiptCode(group(sign + bare(codes[0]!).slice(1)))).toBeNull();
  });
});

test("the hashes of a key and of its code have nothing in common", () => {
  const key = randomUUID();
  const hashes = [idempotencyHash("2024", key), idempotencyHash("2025", key), receiptHash(receiptCodeOf("2024", key))];
  expect(new Set(hashes).size).toBe(3);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(idempotencyHash("2024", key.toUpperCase())).toBe(hashes[0]);
});

function allSwaps(signs: string): string[] {
  const places = [...signs].map((_, place) => place);
  return places.flatMap((left) =>
    places
      .filter((right) => right > left)
      .map((right) => {
        const swapped = [...signs];
        [swapped[left], swapped[right]] = [signs.charAt(right), signs.charAt(left)];
        return swapped.join("");
      }),
  );
}
