import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import en from "@/lib/messages/en/reader.json";
import zh from "@/lib/messages/zh-CN/reader.json";
import { MALFORMED, MARK, type MalformedSubmission } from "@/test/support/malformed-submissions";
import { readLog, request } from "@/test/support/server";

const sql = postgres(inject("appDatabase"), { max: 1 });
const countRows = async () =>
  (
    await sql`select (select count(*) from response) + (select count(*) from verbatim) +
      (select count(*) from topic_choice) + (select count(*) from contact) as rows`
  )[0]?.rows;
let before: string;

beforeAll(async () => {
  before = await countRows();
});
afterAll(() => sql.end());

/** The beginnings of every message there is for a refusal, in one language, up to the first figure or name. */
const openings = ({ errors, refused }: typeof zh) =>
  [...Object.values(errors), ...Object.values(refused)].map((message) => message.split(/[{“]/)[0] ?? "");

describe("a malformed submission", () => {
  test("is one of at least sixty", () => {
    expect(MALFORMED.length).toBeGreaterThanOrEqual(60);
  });

  const languages = [
    { path: "/2024/responses", lang: "zh-CN", messages: openings(zh) },
    { path: "/en/2024/responses", lang: "en", messages: openings(en) },
  ];
  describe.each(languages)("to $path", ({ path, lang, messages }) => {
    test.each(MALFORMED)("is refused in words: $title", async ({ init }: MalformedSubmission) => {
      const answer = await request(path, init);
      const body = await answer.text();

      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      const isPage = answer.headers.get("content-type")?.startsWith("text/html");
      if (isPage) expect(body).toContain(`<html lang="${lang}">`);
      const said = isPage ? body.replace(/<script[\s\S]*?<\/script>/g, "") : JSON.stringify(JSON.parse(body));
      expect(messages.filter((message) => message.length > 3 && said.includes(message))).not.toEqual([]);
      expect(said).not.toMatch(/\n\s+at |node_modules|drizzle|PostgresError|\/app\//);
    });
  });

  test("is refused with JSON that names each item, and says of the form what no field shows", async () => {
    const body = JSON.stringify({ idempotency_key: "x", impact: 9, advice: "字".repeat(2036), nickname: "x" });
    const answer = await request("/2024/responses", {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).toBe(422);
    const { message, errors } = (await answer.json()) as { message: string; errors: Record<string, string> };
    expect(errors).toEqual({
      impact: "请在五个选项中选一个，或者留空",
      advice: "超出 36 字，请精简到 2000 字以内",
    });
    for (const said of [
      "本页的提交编号缺失或有误，请重新打开意见反馈表后提交",
      "表中没有“nickname”这一项，请从意见反馈表提交",
    ]) {
      expect(message.split(said)).toHaveLength(2);
    }
  });

  test("leaves no row behind", async () => {
    expect(await countRows()).toBe(before);
  });

  test("leaves nothing of its content in the log", async () => {
    const log = await readLog();
    expect(log).not.toContain(MARK);
    expect(log).not.toContain(encodeURIComponent(MARK));
    expect(log).not.toContain("drop table");
  });
});

describe("an unknown edition", () => {
  test("refuses a submission with 404", async () => {
    const body = new URLSearchParams({ idempotency_key: crypto.randomUUID(), impact: "5" });
    expect((await request("/2099/responses", { method: "POST", body })).status).toBe(404);
    expect((await request("/nonsense/responses", { method: "POST", body })).status).toBe(404);
  });

  test.each(["/2099", "/en/2099", "/nothing", "/a/b/c", "/2024/no-such-page"])("has a page: %s", async (path) => {
    const answer = await request(path, { redirect: "follow" });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(path.startsWith("/en") ? /There is no such page/ : /没有这个页面/);
  });
});
