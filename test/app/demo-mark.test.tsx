import { renderToStaticMarkup } from "react-dom/server";
import { unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const links = { address: "example.cn/2024", formIn: () => "/2024", print: "/2024/print", privacy: "/2024/privacy" };

/** What the app makes with a setting of DEMO, which it reads once. */
async function madeWith(setting: string) {
  vi.resetModules();
  vi.stubEnv("DEMO", setting);
  const { demoFramed } = await import("@/app/_demo/demo-frame");
  const { legacyPage } = await import("@/app/[locale]/[edition]/legacy/legacy-page");
  const { barePage } = await import("@/app/_handover/bare-page");
  const { headersOf } = await import("@/app/admin/exports/stream-download");
  const words = { locale: "zh-CN", title: "暂时打不开", text: "请稍后再试" } as const;
  return {
    framed: renderToStaticMarkup(demoFramed("zh-CN", <main>页面</main>)),
    english: renderToStaticMarkup(demoFramed("en", <main>page</main>)),
    legacy: legacyPage(JINCHEN_2024, "zh-CN", links, new Date("2025-06-01")),
    bare: await barePage(words, 503).text(),
    name: headersOf({ ascii: "2024.csv", full: "答卷.csv", type: "text/csv" })["content-disposition"] ?? "",
  };
}

const MARK = "演示数据，均为虚构";

describe("the mark of the demo", () => {
  test("stands on every page, also those written by hand, and on paper", async () => {
    const { framed, english, legacy, bare } = await madeWith("true");
    for (const page of [framed, legacy, bare]) {
      expect(page).toContain(`class="demo-mark"`);
      expect(page).toContain(`>${MARK}</`);
      expect(page).toContain(`data-mark="${MARK}"`);
      expect(page).toContain(`href="/demo.css"`);
    }
    expect(english).toContain("Demonstration data, all invented");
  });

  test("stands in the name of every file that is taken away", async () => {
    const { name } = await madeWith("true");
    expect(name).toContain('filename="demo-2024.csv"');
    expect(decodeURIComponent(name)).toContain("演示DEMO-答卷.csv");
  });

  test("costs pages and files of real data nothing", async () => {
    const { framed, legacy, bare, name } = await madeWith("");
    expect(framed).toBe("<main>页面</main>");
    for (const text of [legacy, bare, name]) expect(text).not.toMatch(/demo|演示/i);
  });

  test.each(["zh-CN", "en"] as const)("stands in every sheet of a workbook: %s", async (locale) => {
    const { responsesXlsx } = await import("@/lib/export/xlsx");
    const counts = { asOf: new Date(0), received: 0, patterns: [], verbatims: {}, quarantined: {} };
    const bookOf = async (isDemo: boolean) => {
      const chunks: Uint8Array[] = [];
      const nobody = (async function* () {})();
      for await (const chunk of responsesXlsx({ ...JINCHEN_2024, isDemo }, counts, nobody, locale)) chunks.push(chunk);
      const parts = Object.entries(unzipSync(Buffer.concat(chunks)));
      return parts.map(([path, part]) => [path, new TextDecoder().decode(part)] as const);
    };
    const mark = locale === "en" ? "Demonstration data, all invented" : MARK;
    const sheets = (book: Awaited<ReturnType<typeof bookOf>>) => book.filter(([path]) => /sheet\d\.xml$/.test(path));
    const marked = sheets(await bookOf(true));
    expect(marked).toHaveLength(3);
    for (const [, text] of marked) expect(text).toContain(`<oddHeader>&amp;C${mark}</oddHeader>`);
    const [, workbook = ""] = (await bookOf(true)).find(([path]) => path === "xl/workbook.xml") ?? [];
    expect(workbook.match(/<sheet name="(演示|DEMO) /g)).toHaveLength(3);
    expect(JSON.stringify(await bookOf(false))).not.toMatch(/演示|demo/i);
  });
});
