import * as fc from "fast-check";
import type { Body } from "./bad-submissions";
import { argumentsOf } from "@/bin/posts/desk-form";
import { anyJson, anyText, refusedText } from "./bad-values";
import type { Field } from "./known";

/** Arguments that are no form, as somebody sends them who knows how React's client talks. */
const ARGUMENTS = [
  "",
  "[",
  "[]",
  '["$K1"]',
  '["$1"]',
  '["$F1"]',
  '["$@0"]',
  '["$Q1"]',
  '["$B0"]',
  '["$undefined"]',
  '["$1:constructor:constructor"]',
  '["$1:__proto__:then"]',
  '[{"then":"$1:then"}]',
];
const junk = fc
  .oneof(
    anyJson.map((value) => JSON.stringify(value)),
    fc.constantFrom(...ARGUMENTS),
  )
  .map((text): Body => ({ type: "text/plain;charset=UTF-8", text }));

/** Random bytes that call themselves a workbook or a picture. */
const upload = fc
  .tuple(
    fc.constantFrom("file", "logo"),
    fc.constantFrom("PK\u0003\u0004", "\u0089PNG\r\n\u001a\n", "%PDF"),
    fc.uint8Array({ maxLength: 2_000 }),
  )
  .map(([name, magic, bytes]): Body => {
    const head = `--b0undary\r\nContent-Disposition: form-data; name="${name}"; filename="答卷.xlsx"\r\n\r\n${magic}\0`;
    return {
      type: "multipart/form-data; boundary=b0undary",
      text: Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--b0undary--\r\n")]),
    };
  });

/**
 * What a server action is sent: a form as the page has it in which everything that is typed is refused text, with script
 * or without; arguments that are no form; or a file that is none.
 */
export function badActionBody(id: string | null, fields: readonly Field[]): fc.Arbitrary<Body> {
  const own = fields.filter(({ name }) => !name.startsWith("$ACTION"));
  const actions = fields.filter(({ name }) => name.startsWith("$ACTION"));
  const typed = fc.record({ place: fc.nat(own.length), refused: refusedText, any: anyText });
  const values = fc.array(typed, { maxLength: 10 }).map((all) =>
    all.flatMap(({ place, refused, any }) => {
      const field = own[place];
      return field ? [[field.name, field.hidden ? any : refused] as const] : [];
    }),
  );
  const given = JSON.stringify([...Array<string>(Math.max(0, argumentsOf(id ?? "40") - 1)).fill("$undefined"), "$K1"]);
  const byScript = values.map((named) =>
    multipart([...named.map(([name, value]) => [`_1_${name}`, value] as const), ["0", given]]),
  );
  const plain = fc
    .tuple(values, fc.subarray(actions.map(({ name, value }) => [name, value] as const)))
    .map(([named, chosen]) => multipart([...chosen, ...named]));
  return fc.oneof(
    { arbitrary: byScript, weight: 4 },
    { arbitrary: plain, weight: 3 },
    { arbitrary: junk, weight: 2 },
    { arbitrary: upload, weight: 1 },
  );
}

function multipart(fields: readonly (readonly [name: string, value: string])[]): Body {
  const parts = fields.map(
    ([name, value]) =>
      `--b0undary\r\nContent-Disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${value}\r\n`,
  );
  return { type: "multipart/form-data; boundary=b0undary", text: `${parts.join("")}--b0undary--\r\n` };
}
