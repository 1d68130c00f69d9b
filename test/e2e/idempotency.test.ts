import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { request } from "@/test/support/server";

const sql = postgres(inject("appDatabase"), { max: 1 });
const countRows = async () => Number((await sql`select count(*) as rows from response`)[0]?.rows);
afterAll(() => sql.end());

const sendForm = (fields: Record<string, string>) =>
  request("/2024/responses", { method: "POST", body: new URLSearchParams(fields) });
const sendJson = (fields: Record<string, unknown>) =>
  request("/2024/responses", {
    method: "POST",
    body: JSON.stringify(fields),
    headers: { "content-type": "application/json" },
  });

describe("the same key 32 times at once", () => {
  test("gives one row, one receipt and 32 identical answers, as JSON", async () => {
    const before = await countRows();
    const fields = { idempotency_key: randomUUID(), overall: 5, advice: "同一份意见𠮷" };
    const answers = await Promise.all(Array.from({ length: 32 }, () => sendJson(fields)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? "")).toEqual({ receiptCode: expect.stringMatching(/^\w{5}-\w{5}-\w{4}$/) });
    expect(await countRows()).toBe(before + 1);
  });

  test("gives one row, one receipt and 32 identical answers, as a form", async () => {
    const before = await countRows();
    const fields = { idempotency_key: randomUUID(), overall: "5", advice: "一行\r\n又一行" };
    const answers = await Promise.all(Array.from({ length: 32 }, () => sendForm(fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const receipts = new Set(answers.map((answer) => answer.headers.get("location")));
    expect(receipts.size).toBe(1);
    expect(await countRows()).toBe(before + 1);
    const receipt = await request([...receipts][0] ?? "");
    expect(await receipt.text()).toContain("一行\n又一行");
  });
});

describe("a key that came before with other answers", () => {
  test("puts the later answers in their place, in one row, and the receipt says so", async () => {
    const [idempotency_key, before] = [randomUUID(), await countRows()];
    const first = await sendForm({ idempotency_key, advice: "先写的" });
    const second = await sendForm({ idempotency_key, advice: "后改的" });
    expect(second.headers.get("location")).toBe(`${first.headers.get("location")}?corrected`);
    const page = await (await request(second.headers.get("location") ?? "")).text();
    expect(page).toContain("后改的");
    expect(page).not.toContain("先写的");
    expect(await countRows()).toBe(before + 1);
  });
});
