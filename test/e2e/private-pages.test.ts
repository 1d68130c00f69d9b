import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { addressAt, departmentPaths } from "@/test/support/department-tree";
import { readerPages } from "@/test/support/reader-pages";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { useStaffSessions } from "@/test/support/staff-sessions";

const openPage = useBrowser();
const { headersOf } = useStaffSessions();
const cachingOf = async (path: string, init: RequestInit = {}) => {
  const answer = await request(path, init);
  await answer.body?.cancel();
  return answer.headers.get("cache-control") ?? "";
};

describe("nothing of a person stays in a browser's or a proxy's cache:", () => {
  test.each([...readerPages("zh-CN"), ...readerPages("en")])("%s", async (path) => {
    expect(await cachingOf(path)).toContain("no-store");
  });

  test("every page of the department", async () => {
    const headers = await headersOf("administrator");
    for (const { path } of departmentPaths("page.tsx"))
      expect([path, await cachingOf(addressAt(path), { headers })]).toEqual([
        path,
        expect.stringContaining("no-store"),
      ]);
  });

  test("an answer that was sent, and one that was refused", async () => {
    for (const overall of ["5", "9"]) {
      const body = new URLSearchParams({ idempotency_key: randomUUID(), version: "1", overall });
      expect(await cachingOf("/2024/responses", { method: "POST", body })).toContain("no-store");
    }
  });
});

test("files of a build are kept for ever, since another build has others", async () => {
  const page = await (await request("/2024")).text();
  const [file = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  expect(await cachingOf(file)).toMatch(/immutable/);
});

test("Back after signing out shows the door", async () => {
  const page = await openPage();
  await signIn(page);
  await page.goto("/admin/account");
  await page.getByRole("button", { name: "退出" }).first().click();
  await page.waitForURL(/sign-in/);
  await page.goBack();
  await page.waitForURL(/sign-in/);
  expect(await page.locator("#name").count()).toBe(0);
});
