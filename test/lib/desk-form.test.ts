import { describe, expect, test } from "vitest";
import { isDeskForm } from "@/bin/posts/desk-form";

const ID = { none: `00${"a".repeat(40)}`, form: `40${"b".repeat(40)}`, stateAndForm: `60${"c".repeat(40)}` };
const TYPE = "multipart/form-data; boundary=x";

const bodyOf = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("") + "--x--\r\n";
const byScript = (id: string, given: string, more: Record<string, string> = {}) =>
  isDeskForm({ "content-type": TYPE, "next-action": id }, Buffer.from(bodyOf({ _1_email: "a", ...more, 0: given })));
const plain = (fields: Record<string, string>) => isDeskForm({ "content-type": TYPE }, Buffer.from(bodyOf(fields)));

describe("an action by script is called", () => {
  test.each([
    [ID.form, '["$K1"]'],
    [ID.stateAndForm, '[null,"$K1"]'],
    [ID.stateAndForm, '["$undefined","$K1"]'],
    [ID.stateAndForm, '[{"typed":{"price":"$$5"},"errors":[{"field":"a"}],"again":"$0:0:errors:0"},"$K1"]'],
  ])("with a form, after what it answered last time: %s %s", async (id, given) => {
    expect(await byScript(id, given)).toBe(true);
  });

  test("without anything where it reads nothing", async () => {
    const headers = { "content-type": "text/plain;charset=UTF-8", "next-action": ID.none };
    expect(await isDeskForm(headers, Buffer.from("[]"))).toBe(true);
    for (const text of ["", "[", "[5]", "{}"]) expect(await isDeskForm(headers, Buffer.from(text))).toBe(false);
  });

  test.each([
    ["no JSON", ID.form, "["],
    ["no list", ID.form, '"$K1"'],
    ["no form", ID.form, "[5]"],
    ["no form last", ID.stateAndForm, '["$K1",null]'],
    ["a form too few", ID.stateAndForm, '["$K1"]'],
    ["a form too many", ID.form, '[null,"$K1"]'],
    ["a function", ID.stateAndForm, '["$F1","$K1"]'],
    ["a part that is not there", ID.stateAndForm, '["$Q7","$K1"]'],
    ["a place that is not there", ID.stateAndForm, '["$0:0:9","$K1"]'],
    ["a number that is none", ID.stateAndForm, '["$nx","$K1"]'],
    ["what no state is as deep as", ID.stateAndForm, `[${"[".repeat(5000)}${"]".repeat(5000)},"$K1"]`],
  ])("never with %s", async (_, id, given) => {
    expect(await byScript(id, given)).toBe(false);
  });

  test.each(["[", "[]", '["$F1"]'])("never with a text instead of a form: %s", async (text) => {
    const headers = { "content-type": "text/plain", "next-action": ID.form };
    expect(await isDeskForm(headers, Buffer.from(text))).toBe(false);
  });
});

describe("a form sent without script", () => {
  const bound = (id: string, state = "[null]") => ({
    $ACTION_REF_1: "",
    "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
    "$ACTION_1:1": state,
    email: "a",
  });

  test("names an action that reads a form, with what it answered last time where it reads that", async () => {
    expect(await plain({ [`$ACTION_ID_${ID.form}`]: "", email: "a" })).toBe(true);
    expect(await plain(bound(ID.stateAndForm))).toBe(true);
    expect(await plain(bound(ID.stateAndForm, '[{"errors":[],"same":"$1:0:errors"}]'))).toBe(true);
  });

  test.each([
    ["another number of arguments", { [`$ACTION_ID_${ID.stateAndForm}`]: "" }],
    ["another number of bound ones", bound(ID.form)],
    ["nothing of the action that it names", { $ACTION_REF_1: "" }],
    ["a state that is none", bound(ID.stateAndForm, "[")],
    ["a function for a state", bound(ID.stateAndForm, '["$F2"]')],
  ])("is refused with %s", async (_, fields) => {
    expect(await plain(fields)).toBe(false);
  });

  test.each([
    ["no boundary", "multipart/form-data", bodyOf({ a: "b" })],
    ["another boundary", "multipart/form-data; boundary=y", bodyOf({ a: "b" })],
    ["no end", TYPE, bodyOf({ a: "b" }).slice(0, -12)],
    ["nothing in it", TYPE, ""],
  ])("is refused with %s", async (_, type, body) => {
    expect(await isDeskForm({ "content-type": type }, Buffer.from(body))).toBe(false);
  });
});

test("what names no action goes on, since Next refuses it in words", async () => {
  expect(await byScript("junk", "[")).toBe(true);
  expect(await plain({ $ACTION_ID_junk: "" })).toBe(true);
});
