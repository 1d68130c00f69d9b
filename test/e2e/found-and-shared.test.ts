import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { sendAnswer } from "@/test/support/reader-pages";
import { request, urlOf } from "@/test/support/server";

const openPage = useBrowser();

describe.each([
  ["/2024?c=wechat", "/2024", "《金辰股份2024年可持续发展报告》意见反馈表"],
  ["/en/2024", "/en/2024", "Feedback form · Jinchen 2024 Sustainability Report"],
  ["/2024/privacy", "/2024/privacy", "隐私告知 · 《金辰股份2024年可持续发展报告》意见反馈"],
  ["/en/2024/print", "/en/2024/print", "To print · Feedback form · Jinchen 2024 Sustainability Report"],
])("%s", (path, canonical, title) => {
  const head = async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(path);
    // In the head, also for a reader without script: nothing of it is streamed into the body.
    return page.locator("head > link, head > meta, head > title").evaluateAll((elements) =>
      elements.map((element) => {
        const { rel, hreflang, href } = element as HTMLLinkElement;
        const { name, content } = element as HTMLMetaElement;
        return {
          is: [rel, hreflang, name, element.getAttribute("property")].filter(Boolean).join(" "),
          says: href ?? content ?? element.textContent ?? "",
        };
      }),
    );
  };

  test("has one address, one in each language, a title and a description", async () => {
    const told = new Map((await head()).map(({ is, says }) => [is, says]));
    const other = canonical.replace(/^(\/en)?/, "");
    expect(told.get("canonical")).toBe(urlOf(canonical));
    expect(told.get("alternate zh-CN")).toBe(urlOf(other));
    expect(told.get("alternate en")).toBe(urlOf(`/en${other}`));
    expect(told.get("alternate x-default")).toBe(urlOf(other));
    expect(told.get("og:title")).toBe(title);
    expect(told.get("og:url")).toBe(urlOf(canonical));
    expect(told.get("description")?.length).toBeGreaterThan(20);
    expect(told.get("referrer")).toBe("same-origin");
    expect(told.get("robots")).toBeUndefined();
  });

  test("has a square picture of its own for a shared card", async () => {
    const picture = (await head()).find(({ is }) => is === "og:image")?.says ?? "";
    const answer = await fetch(picture);
    expect(answer.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(300);
    expect(bytes.length).toBeLessThan(8000);
  });
});

test("the card's picture is the first of the form's page, present and never seen", async () => {
  const page = await openPage();
  await page.goto("/en/2024", { waitUntil: "networkidle" });
  const picture = page.locator("img").first();
  expect(await picture.isVisible()).toBe(false);
  expect(await picture.evaluate((image: HTMLImageElement) => [image.src, image.naturalWidth])).toEqual([
    urlOf("/share/en.png"),
    600,
  ]);
});

test("robots.txt lets forms be found, and keeps receipts, submissions and the department out", async () => {
  const rules = await (await request("/robots.txt")).text();
  expect(rules).toContain("Allow: /");
  for (const kept of ["/admin", "/*/receipt/", "/*/responses"]) expect(rules).toContain(`Disallow: ${kept}\n`);
});

test("receipts and the department's pages tell search engines to leave them out", async () => {
  for (const path of ["/2024/receipt/abc", "/en/2024/receipt/abc", "/admin", "/admin/sign-in"])
    expect([path, (await request(path)).headers.get("x-robots-tag")]).toEqual([path, "noindex, nofollow"]);
  expect((await request("/2024")).headers.get("x-robots-tag")).toBeNull();
  const page = await openPage();
  await sendAnswer(page, "/2024");
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex, nofollow");
});

test("no address that a reader visited is told to another site", async () => {
  for (const path of ["/2024", "/2024/receipt/abc", "/2024/legacy", "/admin/sign-in"])
    expect([path, (await request(path)).headers.get("referrer-policy")]).toEqual([path, "same-origin"]);
});
