import { createServer } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { copySources } from "@/test/support/another-build";
import { useBrowser } from "@/test/support/browser";
import { startHost } from "@/test/support/host";
import { send, switchTo, tick, untilHydrated, untilKept, useRowCount } from "@/test/support/reader";
import { orThrow, type RunningApp } from "@/test/support/server";
import { createDatabase } from "@/test/support/test-server";

const openPage = useBrowser();
const database = await createDatabase(inject("testServer"), "template");
const countRows = useRowCount(database.url);
afterAll(() => database.drop());

/** A deploy in three acts: pages are opened from one build, then another one answers at the same address. */
describe("a page opened before a deploy", () => {
  const settings = { DATABASE_URL: database.url, PUBLIC_URL: "", NODE_ENV: "production" };
  let stopAll = async () => {};
  let deploy: () => Promise<void>;
  let baseURL = "";

  beforeAll(async () => {
    orThrow(inject("app"));
    const APP_PORT = await freePort();
    const other = await copySources({
      "app/[locale]/[edition]/_form/save-draft.ts": ["SAVE_EVERY_MS = 400", "SAVE_EVERY_MS = 401"],
      "app/_ui/tokens.css": ["--s-9: 96px", "--s-9: 97px"],
    });
    // Built before, as a deploy does, so that readers wait for a restart only.
    const rehearsal = await startHost("test/support/app-host.ts", { ...settings, APP_DIRECTORY: other.directory });
    await rehearsal.stop();
    let running = await startHost<RunningApp>("test/support/app-host.ts", { ...settings, APP_PORT });
    baseURL = running.value.baseUrl;
    deploy = async () => {
      await running.stop();
      running = await startHost<RunningApp>("test/support/app-host.ts", {
        ...settings,
        APP_PORT,
        APP_DIRECTORY: other.directory,
      });
    };
    stopAll = async () => {
      await running.stop();
      await other.remove();
    };
  }, 400_000);
  afterAll(() => stopAll());

  test("is sent, switched and reloaded after it, with or without the script's files", async () => {
    const open = async (text: string, options: { broken?: boolean; script?: boolean } = {}) => {
      const page = await openPage({ baseURL, javaScriptEnabled: options.script ?? true });
      if (options.broken) await page.route(/\.js$/, (route) => route.abort());
      await page.goto("/2024");
      if (options.script !== false && !options.broken) await untilHydrated(page);
      await page.locator("#advice").fill(text);
      await tick(page, "impact", 5);
      return page;
    };
    const running = await open("部署前打开");
    const unscripted = await open("部署前打开，无脚本", { script: false });
    const loading = await open("部署前打开，脚本还没到", { broken: true });
    const switched = await open("部署前打开，换语言");
    const reloaded = await open("部署前打开，重新载入");
    await untilKept(reloaded, "重新载入");
    const files = await running.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));

    await deploy();

    const stillThere = await Promise.all(files.map(async (file) => (await fetch(file)).status));
    expect(stillThere, "the old build's files").toContain(404);
    await switchTo(switched, "English");
    await switched.waitForURL(/\/en\/2024/);
    expect(await switched.locator("#advice").inputValue()).toBe("部署前打开，换语言");
    await reloaded.reload();
    await expect.poll(() => reloaded.locator("#advice").inputValue()).toBe("部署前打开，重新载入");
    for (const page of [running, unscripted, loading, switched, reloaded]) {
      const text = await page.locator("#advice").inputValue();
      await send(page);
      await page.waitForURL(/receipt\/[\w-]+$/);
      expect(await page.getByText(text).isVisible()).toBe(true);
      expect([text, await countRows(text)]).toEqual([text, 1]);
    }
  }, 120_000);
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return String(typeof address === "object" ? address?.port : "");
}
