import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { request } from "@/test/support/server";

describe("npm start", () => {
  test("answers /health with 200", async () => {
    expect((await request("/health")).status).toBe(200);
  });

  test("answers /2024 with the form", async () => {
    const answer = await request("/2024");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("您认为报告还需要增加披露哪些ESG信息？");
  });
});

describe("the form in a browser", () => {
  const openPage = useBrowser();

  test.each([true, false])("shows five ratings and three questions (JavaScript %s)", async (javaScriptEnabled) => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto("/2024");
    expect(await page.locator("fieldset input[type=radio][value='5']").count()).toBe(5);
    expect(await page.locator("textarea").count()).toBe(3);
  });
});
