import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as csv } from "@/app/admin/exports/[edition]/responses.csv/route";
import { GET as xlsx } from "@/app/admin/exports/[edition]/responses.xlsx/route";
import { insertResponse } from "@/db/responses";
import { ok } from "@/lib/result";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { theEdition } from "@/test/support/editions";

vi.mock("@/app/_session/staff", () => ({ requireStaffForRoute: async () => ok(aStaff({ role: "analyst" })) }));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));

const asking = (edition: string) => ({ params: Promise.resolve({ edition }) });
const request = new Request("http://localhost/admin/exports");
const today = "2025-06-19";
vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-18T17:00:00Z") });

describe("the export of an edition's responses", () => {
  beforeAll(async () => {
    const edition = await theEdition();
    const now = new Date("2025-06-01T04:00:00Z");
    await insertResponse(edition, aResponse({ overall: 5, advice: "第一行\n=第二行，𠮷" }), "zh-CN", now);
    await insertResponse(edition, aResponse({ readability: 1 }), "en", now);
  });

  test("as CSV is a whole file with its name, and nothing keeps it", async () => {
    const response = await csv(request, asking("2024"));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString()).toContain("第一行\n=第二行，𠮷");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const [ascii, full] = (response.headers.get("content-disposition") ?? "").split("; ").slice(1);
    expect(ascii).toBe(`filename="2024-responses-${today}.csv"`);
    expect(decodeURIComponent(full ?? "")).toBe(
      `filename*=UTF-8''金辰股份2024年可持续发展报告-意见反馈-答卷-${today}.csv`,
    );
  });

  test("as a workbook is a whole archive", async () => {
    const response = await xlsx(request, asking("2024"));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))).toBe(true);
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
  });

  test.each([csv, xlsx])("of an unknown edition is a 404 in words", async (GET) => {
    const response = await GET(request, asking("1999"));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("没有这一轮次。\n");
  });

  test.each([csv, xlsx])("asked for its headers alone holds no connection", async (GET) => {
    const head = new Request("http://localhost/admin/exports", { method: "HEAD" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => GET(head, asking("2024"))));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(["200 null"]));
    expect((await (await GET(request, asking("2024"))).arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test("leaves half of the pool to readers, and says so to who must wait", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => csv(request, asking("2024"))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 503]);
    expect(await answers.find(({ status }) => status === 503)?.text()).toBe("正在进行的导出较多，请稍后再试。\n");
    for (const answer of answers) if (answer.status === 200) await answer.text();
    expect((await csv(request, asking("2024"))).status).toBe(200);
  });

  test("gives its connection back when the client goes away", async () => {
    // More abandoned downloads than the pool has connections: if one were kept, the last would wait for ever.
    for (let turn = 0; turn < 12; turn += 1) {
      const response = await csv(request, asking("2024"));
      await response.body?.cancel();
    }
    await expect.poll(async () => (await csv(request, asking("2024"))).text()).toContain("第一行");
  });
});
