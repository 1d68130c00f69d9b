import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { crowd } from "@/test/support/crowd";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const RATINGS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
/** Thousands of answers, also on a machine with other things to do. */
const PATIENCE_MS = 300_000;
const SENTENCE = "这份报告一无是处，全是空话，建议公司不要再浪费纸张和大家的时间。";

type Fields = Record<string, string | number>;
const rated = (score: number): Fields => Object.fromEntries(RATINGS.map((key) => [key, score]));

/** Sends an answer as from a network of its own; returns the status. */
async function send(slug: string, from: string, as: "form" | "json", fields: Fields): Promise<number> {
  const sent = { idempotency_key: randomUUID(), ...fields };
  const form = new URLSearchParams(Object.entries(sent).map(([name, value]) => [name, String(value)]));
  const headers = { "x-forwarded-for": from, ...(as === "json" ? { "content-type": "application/json" } : {}) };
  const body = as === "json" ? JSON.stringify(sent) : form;
  const answer = await request(`/${slug}/responses`, { method: "POST", headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

describe("200 answers from one address, each different", () => {
  test(
    "are all taken and all count",
    async () => {
      const slug = await editions.open("2031");
      const statuses: number[] = [];
      await crowd(200, 16, async (place) => {
        const fields = { overall: (place % 5) + 1, advice: `第 ${place} 位同事的意见` };
        statuses.push(await send(slug, "203.0.113.31", place % 2 === 0 ? "form" : "json", fields));
      });
      expect(new Set(statuses)).toEqual(new Set([303, 201]));
      expect(await editions.standing(slug)).toEqual({ valid: 200 });
    },
    PATIENCE_MS,
  );
});

describe.each([
  {
    what: "ratings and a sentence",
    slug: "2032",
    count: 2000,
    fields: { ...rated(1), advice: SENTENCE },
    reason: "DUPLICATE",
    name: "内容雷同",
  },
  { what: "ratings alone", slug: "2033", count: 400, fields: rated(1), reason: "BURST", name: "集中提交" },
])("$count identical answers, $what", ({ slug, count, fields, reason, name }) => {
  test(
    "are all kept, leave the results as they were, and the officer sees why in one place",
    async () => {
      await editions.open(slug);
      for (let place = 0; place < 12; place++)
        await send(slug, `198.51.100.${place}`, "json", { ...rated((place % 3) + 3), advice: `意见 ${place}` });
      const page = await openPage();
      await signIn(page);
      const resultsText = async () => {
        await page.goto(`/admin/results?edition=${slug}`);
        return page.locator("section", { has: page.locator("#ratings, #verbatims") }).allInnerTexts();
      };
      const before = await resultsText();

      const statuses: number[] = [];
      await crowd(count, 16, async (place) => {
        statuses.push(await send(slug, "203.0.113.32", place % 2 === 0 ? "form" : "json", fields));
      });
      expect(statuses).toHaveLength(count);
      expect(new Set(statuses)).toEqual(new Set([303, 201]));
      expect(await editions.standing(slug)).toEqual({ valid: 12, [reason]: count });

      expect(await resultsText()).toEqual(before);
      const shown = count.toLocaleString("zh-CN");
      expect(await page.getByText("有效 12 份").count()).toBe(1);
      await page
        .getByRole("link", { name: `已隔离 ${shown} 份` })
        .first()
        .click();
      const cells = await page
        .getByRole("region", { name: "已隔离的答卷，按原因" })
        .locator("tbody tr")
        .allInnerTexts();
      expect(cells).toHaveLength(1);
      expect(cells[0]?.split(/\s+/)).toEqual(expect.arrayContaining([name, reason, shown]));
      await page.emulateMedia({ media: "print" });
      expect(await page.getByText(reason, { exact: true }).isVisible()).toBe(false);
      await page.emulateMedia({ media: null });
      const csv = await (await page.request.get(`/admin/exports/${slug}/responses.csv`)).text();
      expect(csv.split(`,quarantined,${reason},`)).toHaveLength(count + 1);
    },
    PATIENCE_MS,
  );
});

describe("a reader in a burst", () => {
  test("counts when the browser proves its work, and is kept apart without script", async () => {
    const slug = await editions.open("2034");
    const from = "203.0.113.34";
    for (let place = 0; place < 20; place++) await send(slug, from, "json", rated(5));
    const extraHTTPHeaders = { "x-forwarded-for": from };
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage({ javaScriptEnabled, extraHTTPHeaders });
      await page.goto(`/${slug}`);
      for (const key of RATINGS) await page.locator(`#${key} label`).first().click();
      // Longer than the fastest reader, so that only the burst is left.
      await page.waitForTimeout(3000);
      await page.getByRole("button", { name: "提交意见" }).click();
      await page.waitForURL(/receipt/);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("已收到您的意见");
      expect(await editions.standing(slug)).toEqual(javaScriptEnabled ? { valid: 21 } : { valid: 21, BURST: 1 });
    }
  });
});

describe("a form without script", () => {
  test("keeps the time when it was first opened through a message in between", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto("/2024");
    const made = () => page.locator("[name=made]").inputValue();
    const first = await made();
    await page.waitForTimeout(1100);
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.getByRole("alert").waitFor();
    expect(await made()).toBe(first);
    await page.reload();
    await page.goto("/2024");
    expect(await made()).not.toBe(first);
  });
});

describe("the field for programs", () => {
  test("is out of sight, out of the tab order and unspoken; what fills it in gets a receipt and does not count", async () => {
    const slug = await editions.open("2037");
    const page = await openPage();
    await page.goto(`/${slug}`);
    const field = page.locator("[name=further_note]");
    const box = await field.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(0);
    expect(await field.evaluate((input: HTMLInputElement) => [input.tabIndex, input.autocomplete])).toEqual([
      -1,
      "off",
    ]);
    expect(await page.getByRole("textbox").count()).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await field.fill("https://example.com", { force: true });
    await page.locator("#overall label").first().click();
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/receipt/);
    expect(await editions.standing(slug)).toEqual({ HONEYPOT: 1 });
  });
});

describe("receipt codes that do not exist", () => {
  const ask = (from: string, headers = {}) =>
    request("/2024/receipt/22222-22222-2222", { redirect: "follow", headers: { "x-forwarded-for": from, ...headers } });

  test("end in a page with status 429 for the network that asks for many, whatever it says it is", async () => {
    for (let place = 0; place < 30; place++) {
      const answer = await ask("203.0.113.38", { "x-client-network": `192.0.2.${place}` });
      expect(answer.status).not.toBe(429);
    }
    const answer = await ask("1.2.3.4, 203.0.113.38");
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await answer.text();
    expect(page).toMatch(/请 \d+ 分钟后再打开本页/);
    expect(page).toContain("22222\u201122222\u20112222");
    expect((await ask("203.0.113.39")).status).not.toBe(429);
    const act = await request("/2024/receipt/22222-22222-2222/withdrawal", {
      method: "POST",
      redirect: "follow",
      headers: { "x-forwarded-for": "203.0.113.38" },
    });
    expect(act.status).toBe(429);
  });

  test("are not counted where they are mistyped, nor are those that exist", async () => {
    const from = "203.0.113.40";
    const kept = await request("/2024/responses", {
      method: "POST",
      headers: { "x-forwarded-for": from },
      body: new URLSearchParams({ idempotency_key: randomUUID(), overall: "4" }),
    });
    const receipt = kept.headers.get("location") ?? "";
    await crowd(40, 8, async (place) => {
      const path = place % 2 === 0 ? receipt : "/2024/receipt/22222-22222-2223";
      expect((await request(path, { redirect: "follow", headers: { "x-forwarded-for": from } })).status).toBe(200);
    });
  });
});
