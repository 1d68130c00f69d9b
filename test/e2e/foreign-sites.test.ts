import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { policyViolations } from "@/test/support/policy-violations";
import { request, urlOf } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();

/** Another site, which sends a form into the desk as soon as it is opened. */
const site = createServer((asked, answer) => {
  const target = urlOf(`/admin/account?from=${asked.headers.host}`);
  answer.setHeader("content-type", "text/html");
  answer.end(`<form method="post" enctype="multipart/form-data" action="${target}">
    <input name="$ACTION_ID_0"><input name="name" value="taken"></form><script>document.forms[0].submit()</script>`);
});
let port = 0;
beforeAll(async () => {
  site.listen(0);
  await once(site, "listening");
  port = (site.address() as { port: number }).port;
});
afterAll(() => site.close());

describe("a form that another site sends into an open session", () => {
  // Cookies know no ports: for the browser the first is the same site, and brings every cookie along.
  test.each(["127.0.0.1", "localhost"])("does nothing, from %s", async (host) => {
    const page = await openPage();
    await signIn(page);
    const answered = page.waitForResponse((answer) => answer.url().includes("/admin/account?from="));
    await page.goto(`http://${host}:${port}/`, { waitUntil: "commit" });
    expect((await answered).status()).toBe(403);
    await page.getByText("没有执行").first().waitFor();
    await page.goto("/admin/account");
    expect(await page.locator("#name").inputValue()).not.toBe("taken");
  });

  test("cannot be shown in a frame either", async () => {
    const page = await openPage();
    const framing = (source: string) => `<iframe src="${source}"></iframe>`;
    const body = framing("/plain") + ["/admin/sign-in", "/2024"].map((path) => framing(urlOf(path))).join("");
    await page.route("**/frames", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.route("**/plain", (route) => route.fulfill({ contentType: "text/html", body: "<form></form>" }));
    await page.goto(`http://localhost:${port}/frames`, { waitUntil: "load" });
    const [, ...frames] = page.frames();
    const forms = await Promise.all(frames.map((frame) => frame.locator("form").count()));
    expect(forms).toEqual([1, 0, 0]);
    policyViolations.length = 0;
  });
});

test("a session's cookies are for this host, for no script, and the proof for no other site", async () => {
  const page = await openPage();
  await signIn(page);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).toSorted()).toEqual([
    "feedback.device",
    "feedback.post",
    "feedback.session_token",
  ]);
  for (const { httpOnly, path, sameSite, name } of cookies)
    expect([httpOnly, path, sameSite]).toEqual([true, "/admin", name === "feedback.post" ? "Strict" : "Lax"]);
});

test("no other site may read an answer of ours", async () => {
  for (const path of ["/2024", "/admin/session", "/health", "/admin/sign-in"]) {
    const answer = await request(path, { headers: { origin: "https://example.org" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  }
});
