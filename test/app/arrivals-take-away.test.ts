import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as png } from "@/app/admin/exports/[edition]/arrivals.png/route";
import { GET as svg } from "@/app/admin/exports/[edition]/arrivals.svg/route";
import { listAuditEvents } from "@/db/audit-log";
import { insertResponse } from "@/db/responses";
import { readAuditFilter } from "@/lib/audit-filter";
import { fail, ok } from "@/lib/result";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { theEdition } from "@/test/support/editions";

vi.mock("@/app/_session/staff", () => ({
  requireStaffForRoute: async (role: string) =>
    role === "analyst" ? ok(aStaff({ role })) : fail(new Response(null, { status: 500 })),
}));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));

const asking = (query = "") => new Request(`http://localhost/admin/exports/2024/arrivals.svg${query}`);
const of = (edition = "2024") => ({ params: Promise.resolve({ edition }) });

describe("the picture of arrivals", () => {
  test("of nobody is a 404 in words, and of no round too", async () => {
    expect(await (await svg(asking(), of())).text()).toBe("还没有可导出的结果。\n");
    expect((await png(asking(), of("1999"))).status).toBe(404);
  });

  describe("with answers", () => {
    beforeAll(async () => {
      const edition = await theEdition();
      for (const language of ["zh-CN", "zh-CN", "en"] as const)
        await insertResponse(edition, aResponse({ overall: 5 }), language, new Date());
    });

    test("is the page's chart as a draft, as SVG and as PNG of 300 dpi, under a name of its own", async () => {
      const drawn = await svg(asking(), of());
      expect(await drawn.text()).toMatch(/^<svg[^]*每周收到的有效答卷，按渠道[^]*草稿[^]*有效 3 份/);
      expect(drawn.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      expect(drawn.headers.get("content-disposition")).toContain('filename="2024-arrivals-');
      expect(drawn.headers.get("cache-control")).toBe("no-store");
      const picture = Buffer.from(await (await png(asking(), of())).arrayBuffer());
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect(picture.readUInt32BE(16)).toBeCloseTo((170 / 25.4) * 300, -1);
    });

    test("of a part says which, and each is noted with what it was", async () => {
      const part = await svg(asking("?language=en"), of());
      expect((await part.text()).replaceAll(/<[^>]*>/g, "")).toMatch(/部分答卷，语言：英文[^]*有效 1 份/);
      expect(part.headers.get("content-disposition")).toContain('filename="2024-arrivals-of-part-');
      const noted = await listAuditEvents(aStaff(), readAuditFilter(new URLSearchParams()), "UTC", { limit: 9 });
      expect(noted.map(({ act, after }) => ({ act, after }))).toEqual([
        { act: "results.exported", after: { format: "svg", content: "arrivals", language: "en" } },
        { act: "results.exported", after: { format: "png", content: "arrivals" } },
        { act: "results.exported", after: { format: "svg", content: "arrivals" } },
      ]);
    });
  });
});
