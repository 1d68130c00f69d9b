import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { useEditions } from "@/test/support/open-editions";
import { useOwnSql } from "@/test/support/own-sql";
import { IS_PROXIED, request } from "@/test/support/server";

const { open } = useEditions();
const sql = useOwnSql();
const SLUG = "2131-front";
beforeAll(() => open(SLUG));

/** A page as it came, and what is its own. */
async function ask(address: string, headers: Record<string, string> = {}, method = "GET") {
  const answer = await request(address, { headers, method });
  const html = await answer.text();
  const [, nonce = "no nonce"] = /'nonce-([\w-]+)'/.exec(answer.headers.get("content-security-policy") ?? "") ?? [];
  const fieldOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? `no ${name}`;
  const [key, made] = [fieldOf("idempotency_key"), fieldOf("made")];
  const common = html.replaceAll(nonce, "NONCE").replaceAll(key, "KEY").replaceAll(made, "MADE");
  // What Next renders it sends in chunks, and what its scripts read comes in whichever order it was done.
  const fromMemory = answer.headers.has("content-length");
  const [visible = ""] = common.split(/<script[^>]*>\(?self\.__next_f/, 1);
  return { answer, html, nonce, key, made, visible, fromMemory };
}
const byNext = (address: string) => ask(address, { cookie: "any=thing" });
/** The page from memory, once a first reader has had it rendered. */
async function again(address: string) {
  await ask(address);
  return ask(address);
}

describe("a form's page from memory", () => {
  // A proxy takes away the length by which a page from memory is known here.
  test.skipIf(IS_PROXIED).each([`/${SLUG}`, `/en/${SLUG}`, `/${SLUG}?c=wechat`])(
    "is Next's own: %s",
    async (address) => {
      const [one, other, next] = [await again(address), await ask(address), await byNext(address)];
      expect([one.fromMemory, other.fromMemory, next.fromMemory]).toEqual([true, true, false]);
      expect(one.visible).toContain("KEY");
      expect(one.visible).toBe(next.visible);
      expect(other.visible).toBe(next.visible);
      const fields = (answer: Response) =>
        Object.fromEntries(
          [...answer.headers].filter(
            ([name]) => !/^(?:x-request-id|content-security-policy|content-length|transfer-encoding|date)$/.test(name),
          ),
        );
      expect(fields(one.answer)).toEqual(fields(next.answer));
    },
  );

  test("has a nonce, a key and a stamp of its own each time, whether compressed or not", async () => {
    const pages = [
      await again(`/${SLUG}`),
      await ask(`/${SLUG}`),
      await ask(`/${SLUG}`, { "accept-encoding": "identity" }),
    ];
    expect(pages.map(({ answer }) => answer.headers.get("content-encoding"))).toEqual(["gzip", "gzip", null]);
    for (const own of ["nonce", "key", "made"] as const) expect(new Set(pages.map((page) => page[own])).size).toBe(3);
    expect(new Set(pages.map(({ html, nonce }) => html.split(nonce).length)).size).toBe(1);
  });

  test("is asked for by its head alone as well", async () => {
    await again(`/${SLUG}`);
    const { answer, html, nonce } = await ask(`/${SLUG}`, {}, "HEAD");
    expect([answer.status, html, nonce.length]).toEqual([200, "", 22]);
  });

  test("holds a channel that the edition has, and no other", async () => {
    expect((await again(`/${SLUG}?c=wechat`)).html).toContain('name="channel" value="wechat"');
    const unknown = await again(`/${SLUG}?c=nobodys`);
    expect([unknown.fromMemory, unknown.html.includes('name="channel"')]).toEqual([false, false]);
    await sql`insert into channel (edition_id, code, name, kind)
      select id, 'nobodys', '{"zh-CN": "新的", "en": "New"}', 'other' from edition where slug = ${SLUG}`;
    expect((await ask(`/${SLUG}?c=nobodys`)).html).toContain('name="channel" value="nobodys"');
    await sql`delete from channel where code = 'nobodys'`;
    expect((await ask(`/${SLUG}?c=nobodys`)).html).not.toContain('name="channel"');
  });
});

test.each(["application/x-www-form-urlencoded", "application/json"])(
  "a submission is answered in front as Next answers it: %s",
  async (type) => {
    const send = async (headers: Record<string, string>) => {
      const fields = { idempotency_key: randomUUID(), overall: "4", advice: "写得清楚𠮷" };
      const body = type.endsWith("json") ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      const answer = await request(`/${SLUG}/responses`, {
        method: "POST",
        headers: { "content-type": type, ...headers },
        body,
      });
      // The last two tell of Next's own workings.
      const own =
        /^(?:x-request-id|content-security-policy|content-length|transfer-encoding|date|vary|x-middleware-rewrite)$/;
      const answered = [...answer.headers].filter(([name]) => !own.test(name));
      const code = /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{4}/g;
      return JSON.stringify([answer.status, answered, await answer.text()]).replaceAll(code, "CODE");
    };
    expect(await send({})).toBe(await send({ cookie: "any=thing" }));
  },
);

describe("at the very next request, a form's page shows", () => {
  test("what somebody changed of the edition, in another process too", async () => {
    await again(`/${SLUG}`);
    await sql`update edition set company = jsonb_set(company, '{phone}', '"021-5550 2131"') where slug = ${SLUG}`;
    expect((await ask(`/${SLUG}`)).html).toContain("021-5550 2131");
    expect((await ask(`/${SLUG}`)).html).toContain("021-5550 2131");
    expect((await ask(`/en/${SLUG}`)).html).toContain("021-5550 2131");
  });

  test("a new version of the form", async () => {
    await again(`/${SLUG}`);
    await sql`insert into instrument (id, edition_id, version, document, asks, published_at)
      select gen_random_uuid(), edition_id, 2, jsonb_set(document, '{title,zh-CN}', '"第二版的题目𠮷"'), asks, now()
      from instrument i join edition e on e.id = i.edition_id where slug = ${SLUG}`;
    const page = await ask(`/${SLUG}`);
    expect(page.html).toContain("第二版的题目𠮷");
    expect(page.html).toContain('name="instrument" value="2"');
  });

  test.skipIf(IS_PROXIED)("that the round is closed by hand, and open again", async () => {
    expect((await again(`/${SLUG}`)).fromMemory).toBe(true);
    await sql`update edition set state = 'closed' where slug = ${SLUG}`;
    const closed = await ask(`/${SLUG}`);
    expect([closed.fromMemory, closed.html.includes("本轮征集已截止"), closed.key]).toEqual([
      false,
      true,
      "no idempotency_key",
    ]);
    await sql`update edition set state = 'open' where slug = ${SLUG}`;
    expect((await ask(`/${SLUG}`)).key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.skipIf(IS_PROXIED)("that the round is closed by the clock", async () => {
    await sql`update edition set closes_at = now() + interval '3 seconds' where slug = ${SLUG}`;
    expect((await again(`/${SLUG}`)).fromMemory).toBe(true);
    await sleep(3000);
    expect((await ask(`/${SLUG}`)).html).toContain("本轮征集已");
    expect((await ask(`/${SLUG}`)).key).toBe("no idempotency_key");
  });
});
