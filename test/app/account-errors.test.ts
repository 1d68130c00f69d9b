import { describe, expect, test } from "vitest";
import { nameErrors } from "@/app/admin/account-errors";

describe("a name", () => {
  test.each(["𠮷野", "Zoë", "长".repeat(100)])("is taken as it is: %s", (name) => {
    expect(nameErrors("zh-CN", name)).toEqual([]);
  });

  test.each([
    ["", "请填写姓名"],
    ["王\0伟", "姓名含有无法保存的字符，请删去乱码"],
    ["王\uD842", "姓名含有无法保存的字符，请删去乱码"],
    ["长".repeat(101), "姓名请不超过 100 个字符"],
  ])("is refused in words: %j", (name, message) => {
    expect(nameErrors("zh-CN", name)).toEqual([{ field: "name", message }]);
  });
});
