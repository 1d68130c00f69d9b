import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scrubError, scrubText } from "@/lib/log/scrub";

describe("a text in the log", () => {
  test.each([
    ['Unexpected token 好, "我在金辰工作, born 1990" is not valid JSON', 'Unexpected token … , "…" is not valid JSON'],
    ["User wang.fang@example.com not found", "User [e-mail] not found"],
    ["connect ECONNREFUSED 203.0.113.7:5432", "connect ECONNREFUSED [address]:5432"],
    ["from 2001:db8::1 and ::ffff:10.0.0.1", "from [address] and [address]"],
    ["postgres://user:secret@host/name is wrong", "[e-mail] is wrong"],
    ["no receipt 7KMP4-XRHQ2-WNEA", "no receipt [token]"],
    ["at /2024/receipt/7KMP4-XRHQ2-WNEA?changed", "at [path]"],
    ["call 138 0013 8000 or +86-24-52789066", "call [token] or [token]"],
    ["key 0f8fad5b-d9cb-469f-a165-70867728950e", "key [token]"],
    ["意见：𠮷野家１２３🙂", "…"],
    ["\u001b[31m⨯\u001b[39m Cannot read properties of undefined", "Cannot read properties of undefined"],
  ])("says of %j %j", (text, scrubbed) => {
    expect(scrubText(text)).toBe(scrubbed);
  });

  test("holds nothing of what stands in quotes, whatever that is", () => {
    const told = fc.stringMatching(/^[A-Za-z"'\u4e00-\u9fff ]{6,60}$/).filter((text) => text.trim().length > 5);
    fc.assert(
      fc.property(told, (text) => {
        expect(scrubText(`Unexpected token, "${text}" is not valid JSON`)).toBe(
          'Unexpected token, "…" is not valid JSON',
        );
      }),
    );
  });
});

describe("an error in the log", () => {
  test("keeps its name, code, digest and frames", () => {
    const error = Object.assign(new TypeError("x is not a function"), { code: "ERR_X", digest: "1234" });
    const logged = scrubError(error);
    expect(logged).toMatchObject({ name: "TypeError", message: "x is not a function", code: "ERR_X", digest: "1234" });
    expect(logged.stack[0]).toMatch(/^at .*scrub\.test\.ts:\d+:\d+\)?$/);
  });

  test("has no line of its message among the frames", () => {
    const { stack } = scrubError(new Error("first\n    at 意见 (写的人)\n    at home I wrote this\nlast"));
    expect(JSON.stringify(stack)).not.toMatch(/意见|home/);
  });

  test("shows a statement that failed, which has no values in it", () => {
    const error = Object.assign(new Error('the database failed (53300): insert into "response" ("id") values ($1)'), {
      name: "StorageError",
    });
    expect(scrubError(error).message).toBe(error.message);
  });

  test("tells of a cause as much, and of anything else that was thrown only what kind it is", () => {
    const { cause } = scrubError(new Error("outer", { cause: new Error("of a@b.cn") }));
    expect(cause).toMatchObject({ message: "of [e-mail]" });
    expect(scrubError("秘密")).toEqual({ name: "thrown", message: "string", stack: [] });
  });
});
