import * as fc from "fast-check";
import { anyJson, anyText, refusedText } from "./bad-values";

/** A body with its type. */
export interface Body {
  readonly type: string;
  readonly text: string | Uint8Array;
}

const FORM = "application/x-www-form-urlencoded";
const RATINGS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"] as const;
const TEXTS = ["advice", "valuable_information", "missing_information"] as const;
const FIELDS = [...RATINGS, ...TEXTS, "idempotency_key", "locale", "channel", "instrument", "topics", "quote"] as const;

type Fields = [name: string, value: string][];

const escaped = (text: string) => encodeURIComponent(text.toWellFormed());
const asForm = (fields: Fields): Body => ({
  type: FORM,
  text: fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&"),
});

const isRating = (text: string) => /^[1-5]?$/.test(text);

/** What makes a complete submission a bad one, whatever else it holds. */
const flaw: fc.Arbitrary<Fields> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...RATINGS),
      anyText.filter((text) => !isRating(text.trim())),
    )
    .map((field) => [field]),
  fc.tuple(fc.constantFrom(...TEXTS), refusedText).map((field) => [field]),
  fc
    .tuple(
      anyText.filter((name) => !FIELDS.includes(name as never)).map((name) => `x${name}`),
      anyText,
    )
    .map((field) => [field]),
  fc.constantFrom(...RATINGS).map((item): Fields => [
    [item, "3"],
    [item, "4"],
  ]),
  fc
    .tuple(
      fc.constant("topics"),
      anyText.map((text) => `x${text}`),
    )
    .map((field) => [field]),
  fc
    .tuple(
      fc.constant("locale"),
      anyText.map((text) => `x${text}`),
    )
    .map((field) => [field]),
);

const key = fc.uuid({ version: 4 });

/** A submission in which one thing is wrong. */
const flawed = fc
  .tuple(
    key,
    anyText.map((text) => text.slice(0, 200)),
    flaw,
  )
  .map(([idempotencyKey, advice, wrong]) => {
    const whole: Fields = [
      ["idempotency_key", idempotencyKey],
      ["overall", "4"],
      ["advice", advice],
    ];
    const names = new Set(wrong.map(([name]) => name));
    return asForm([...whole.filter(([name]) => !names.has(name)), ...wrong]);
  });

/** One without a key that is one. */
const keyless = fc.tuple(anyText, fc.constantFrom(...RATINGS)).map(([text, item]) =>
  asForm([
    ["idempotency_key", `x${text}`],
    [item, "5"],
  ]),
);

/** JSON that is no submission: without a key, with values of other kinds, or cut off. */
const json = fc
  .tuple(fc.dictionary(fc.constantFrom(...FIELDS, "__proto__", "extra"), anyJson, { maxKeys: 6 }), fc.boolean())
  .map(([fields, cut]) => {
    const text = JSON.stringify({ ...fields, idempotency_key: [] });
    return { type: "application/json", text: cut ? text.slice(0, -1) : text };
  });

/** Bytes of any kind under any type. */
const bytes = fc
  .tuple(
    fc.constantFrom(
      FORM,
      "application/json",
      "multipart/form-data; boundary=x",
      "text/plain",
      `${FORM}; charset=gbk`,
      "",
      "x/y",
    ),
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([type, text]) => ({ type, text }));

/** Bodies that the address of submissions must refuse, each without a row. */
export const badSubmission: fc.Arbitrary<Body> = fc.oneof(
  { arbitrary: flawed, weight: 5 },
  { arbitrary: keyless, weight: 1 },
  { arbitrary: json, weight: 3 },
  { arbitrary: bytes, weight: 1 },
);
