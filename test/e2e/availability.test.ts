import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { request } from "@/test/support/server";

const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());
const openPage = useBrowser();

/** An edition like that of 2024 in another state; `closesAt` and `opensAt` as Postgres reads them. */
async function anEdition(slug: string, state: string, opensAt: string | null, closesAt: string | null): Promise<void> {
  const [edition] = await sql`
    insert into edition
      (id, slug, state, report_title, company, privacy_notice, period_start, period_end, opens_at, closes_at)
    select gen_random_uuid(), ${slug}, ${state}, report_title, company, privacy_notice, period_start, period_end, ${opensAt}, ${closesAt}
    from edition where slug = '2024' returning id`;
  await sql`insert into instrument (id, edition_id, version, document, asks, published_at)
    select gen_random_uuid(), ${edition?.id}, 1, document, asks, now() from instrument limit 1`;
}

const answersOf = (slug: string) =>
  Promise.all([
    request(`/${slug}/responses`, {
      method: "POST",
      body: new URLSearchParams({
        idempotency_key: crypto.randomUUID(),
        advice: "来晚的意见",
        contact: "微信 𠮷野",
        contact_consent: "yes",
      }),
    }),
    request(`/en/${slug}/responses`, {
      method: "POST",
      body: JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 5 }),
      headers: { "content-type": "application/json" },
    }),
  ]);

describe("a closed edition", () => {
  test("names its last day, breaks no rule, and gives back what came too late", async () => {
    await anEdition("2021", "open", null, "2022-01-01 00:00+08");
    const page = await openPage();
    await page.goto("/2021");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("本轮征集已截止");
    expect(await page.getByText("已于2021年12月31日截止").isVisible()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);

    const [form, json] = await answersOf("2021");
    expect([form.status, json.status]).toEqual([409, 409]);
    const given = await form.text();
    expect(given).toContain("来晚的意见");
    expect(given).toContain("微信 𠮷野");
    expect(await json.json()).toEqual({
      message: expect.stringContaining("This round closed on 31 December 2021."),
      errors: {},
    });
    const [rows] = await sql`select count(*)::int as n from response r join edition e on e.id = r.edition_id
      where e.slug = '2021'`;
    expect(rows?.n).toBe(0);
  });
});

describe("an edition that is not yet open", () => {
  test.each([
    { slug: "2098", state: "draft", opensAt: null, said: "征集尚未开始" },
    { slug: "2097", state: "open", opensAt: "2097-05-06 09:00+08", said: "自2097年5月6日开始" },
  ])("says so and takes nothing: $state", async ({ slug, state, opensAt, said }) => {
    await anEdition(slug, state, opensAt, null);
    const page = await openPage();
    await page.goto(`/${slug}`);
    expect(await page.getByText(said).first().isVisible()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    expect((await answersOf(slug)).map(({ status }) => status)).toEqual([409, 409]);
  });
});
