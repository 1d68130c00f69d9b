import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as png } from "@/app/admin/exports/[edition]/ratings.png/route";
import { GET as svg } from "@/app/admin/exports/[edition]/ratings.svg/route";
import { GET as xlsx } from "@/app/admin/exports/[edition]/results.xlsx/route";
import { readShownResults } from "@/app/admin/results/shown-view";
import { insertResponse } from "@/db/responses";
import { batchWords } from "@/lib/batch-words";
import type * as Env from "@/lib/env";
import { ok } from "@/lib/result";
import type { Role } from "@/lib/staff";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { theEdition } from "@/test/support/editions";

let role: Role = "analyst";
vi.mock("@/app/_session/staff", () => ({
  requireStaffForRoute: async () => ok(aStaff({ role })),
  mayActAs: (_staff: unknown, asked: string) => asked === "viewer" || role !== "viewer",
}));
let isDemo = false;
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), DEMO: isDemo }) };
});
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));

const request = new Request("http://localhost/admin/exports");
const asking = (edition = "2024") => ({ params: Promise.resolve({ edition }) });
const add = async (count: number) => {
  const edition = await theEdition();
  const ratings = { impact: 5, responsiveness: 4, disclosure_quality: 3, readability: 4, overall: 5 };
  for (let n = 0; n < count; n += 1)
    await insertResponse(edition, aResponse({ ...ratings, overall: 5 - (n % 3) }), "zh-CN", new Date());
};
const figuresOf = async () => {
  const response = await xlsx(request, asking());
  const [figures] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
  const [head = [], ...rows] = figures?.data ?? [];
  return rows.map((row) => row[head.indexOf("作答数 n")]);
};

describe("the results that are taken away", () => {
  test("of nobody are a 404 in words", async () => {
    expect(await (await svg(request, asking())).text()).toBe("还没有可导出的结果。\n");
    expect((await png(request, asking("1999"))).status).toBe(404);
  });

  describe("with answers", () => {
    beforeAll(() => add(12));

    test("are a chart as a draft, as SVG and as PNG, under names of their own that nothing keeps", async () => {
      const drawn = await svg(request, asking());
      expect(await drawn.text()).toMatch(/^<\?xml[^]*草稿[^]*有效 12 份/);
      expect(drawn.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      expect(drawn.headers.get("content-disposition")).toContain('filename="2024-results-');
      const picture = await png(request, asking());
      expect(
        Buffer.from(await picture.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe("PNG");
      expect(picture.headers.get("cache-control")).toBe("no-store");
    });

    test("say inside that they are of the demo, where they are: as the chart's first note, and in the workbook", async () => {
      const chart = async () => (await svg(request, asking())).text();
      const sheets = async () => {
        const response = await xlsx(request, asking());
        return (await readWorkbook(Buffer.from(await response.arrayBuffer()))).map(({ sheet }) => sheet).join();
      };
      expect(await chart()).not.toContain("演示");
      expect(await sheets()).not.toContain("演示");
      isDemo = true;
      expect(await chart()).toMatch(/<text[^>]*>[^<]*演示数据，均为虚构[^]*草稿/);
      expect(await sheets()).toMatch(/^演示 /);
      isDemo = false;
    });

    test("are for a viewer the figures of the page that viewers see, not of this moment", async () => {
      role = "viewer";
      expect(await figuresOf()).toEqual([12, 12, 12, 12, 12]);
      await add(3);
      const edition = await theEdition();
      const shown = await readShownResults(aStaff(), { edition, before: null, by: "group" }, new Date());
      expect(await figuresOf()).toEqual(shown?.results.ratings.map(({ base }) => base));
      expect(await figuresOf()).toEqual([12, 12, 12, 12, 12]);
      const drawn = await (await svg(request, asking())).text();
      expect(drawn).toContain(shown && batchWords(shown.since, "zh-CN"));
      expect(drawn).not.toMatch(/\d{2}:\d{2}|数据截至/);
      role = "analyst";
      expect(await figuresOf()).toEqual([15, 15, 15, 15, 15]);
    });
  });
});
