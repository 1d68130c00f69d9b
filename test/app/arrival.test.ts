import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { NETWORK_HEADER } from "@/app/_sender/network-header";
import { secretFor } from "@/app/_sender/page-secret";
import { POST } from "@/app/[locale]/[edition]/responses/route";
import { database } from "@/db/client";
import { pageStamp } from "@/lib/survey/page-stamp";

const idempotencyKey = () => randomUUID();
const stampOf = async (key: string, secondsAgo: number) =>
  pageStamp(
    await secretFor("page-stamp"),
    { slug: "2024", idempotencyKey: key },
    new Date(Date.now() - secondsAgo * 1000),
  );

/** Posts an answer to the route as it is; returns where the answer then stands. */
async function standingOf(as: "form" | "json", fields: Record<string, string>): Promise<string | undefined> {
  const body = as === "json" ? JSON.stringify(fields) : new URLSearchParams(fields);
  const headers = { [NETWORK_HEADER]: "192.0.2.1", ...(as === "json" ? { "content-type": "application/json" } : {}) };
  const request = new Request("http://localhost/2024/responses", { method: "POST", body, headers });
  const answer = await POST(request, { params: Promise.resolve({ locale: "zh-CN", edition: "2024" }) });
  expect([201, 303]).toContain(answer.status);
  return (await newest())?.place;
}

async function newest() {
  const [row] = await database().execute<{ place: string; seconds: number | null; flags: string[] }>(sql`
    select coalesce(status_reason, status) as place, reading_seconds as seconds, flags from response
    order by ctid desc limit 1`);
  return row;
}

describe("the time from page to sending", () => {
  test.each([
    ["a form after a second", "form", 1, "FAST"],
    ["a form after five seconds", "form", 5, "valid"],
    ["a script after a second, which may have brought back a draft", "json", 1, "valid"],
  ] as const)("is known of %s", async (_, as, seconds, place) => {
    const key = idempotencyKey();
    const made = await stampOf(key, seconds);
    expect(await standingOf(as, { idempotency_key: key, overall: "4", advice: key, made })).toBe(place);
  });

  test("is not known of another page's stamp, a made-up one, or none", async () => {
    const fields = (key: string) => ({ idempotency_key: key, overall: "4", advice: key });
    expect(await standingOf("form", { ...fields(idempotencyKey()), made: await stampOf(idempotencyKey(), 1) })).toBe(
      "valid",
    );
    expect(await standingOf("form", { ...fields(idempotencyKey()), made: "zzz.zzz" })).toBe("valid");
    expect(await standingOf("form", fields(idempotencyKey()))).toBe("valid");
  });
});

describe("how long reading took", () => {
  test.each(["form", "json"] as const)("is kept with the answer, in whole seconds and no moment: %s", async (as) => {
    const key = idempotencyKey();
    await standingOf(as, { idempotency_key: key, overall: "4", advice: key, made: await stampOf(key, 12) });
    const kept = await newest();
    // A stamp tells the second.
    expect([12, 13]).toContain(kept?.seconds);
    expect(kept?.flags).toEqual([]);
  });

  test("is judged of a script too, which is not quarantined for it", async () => {
    const key = idempotencyKey();
    const rated = { impact: "4", responsiveness: "4", disclosure_quality: "4", readability: "4", overall: "5" };
    await standingOf("json", { idempotency_key: key, ...rated, made: await stampOf(key, 4) });
    expect(await newest()).toMatchObject({ place: "valid", flags: ["too-fast"] });
  });

  test("is not known of a draft, which comes with its own key and this page's stamp", async () => {
    const key = idempotencyKey();
    await standingOf("json", {
      idempotency_key: key,
      overall: "4",
      advice: key,
      made: await stampOf(idempotencyKey(), 5),
    });
    expect(await newest()).toMatchObject({ place: "valid", seconds: null, flags: [] });
  });
});

describe("the field for programs", () => {
  test.each(["form", "json"] as const)("counts when it is filled in, and only then: %s", async (as) => {
    const fields = () => ({ idempotency_key: idempotencyKey(), overall: "4", advice: randomUUID() });
    expect(await standingOf(as, { ...fields(), further_note: "" })).toBe("valid");
    expect(await standingOf(as, { ...fields(), further_note: "x" })).toBe("HONEYPOT");
  });
});
