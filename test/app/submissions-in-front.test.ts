import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NETWORK_HEADER } from "@/app/_sender/network-header";
import { FAILED_HEADER } from "@/app/[locale]/[edition]/responses/failed-header";
import { formMarks } from "@/bin/front/form-marks";
import { knownEditions } from "@/bin/front/known-editions";
import { submissions } from "@/bin/front/submissions";
import { database } from "@/db/client";
import { StorageError } from "@/db/errors";
import { senderTally } from "@/db/schema/sender";
import { edition } from "@/db/schema/survey";
import { anEdition } from "@/test/support/editions";
import { eq } from "drizzle-orm";

/** What stands here for Next: says the body that it was given. */
const NEXT = 299;
const SLUG = "2061-front";
let server: Server;

beforeAll(async () => {
  await anEdition({ slug: SLUG, state: "open" });
  const take = submissions(knownEditions(formMarks()));
  server = createServer(async (request, response) => {
    const taken = take(request, response);
    const left = taken ? await taken : request;
    if (left) response.writeHead(NEXT).end(await text(left));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => void server.close());

const FORM = "application/x-www-form-urlencoded";
function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const isJson = headers["content-type"] === "application/json";
  const body = isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
  const init = { method: "POST", headers: { "content-type": FORM, ...headers }, body, redirect: "manual" } as const;
  return fetch(`http://127.0.0.1:${port}${path}`, init);
}
const anAnswer = () => ({ idempotency_key: randomUUID(), overall: "5", advice: "𠮷：请说明核算方法" });
const ADDRESS = `/${SLUG}/responses`;

test("a form is led to its receipt, in the language of its address, and a script is told the code", async () => {
  const form = await send(ADDRESS, anAnswer());
  expect([form.status, form.headers.get("cache-control")]).toEqual([303, "no-store"]);
  expect(form.headers.get("location")).toMatch(new RegExp(`^/${SLUG}/receipt/\\w`));
  const english = await send(`/en${ADDRESS}?shared=1`, anAnswer());
  expect(english.headers.get("location")).toMatch(new RegExp(`^/en/${SLUG}/receipt/\\w`));
  const script = await send(ADDRESS, anAnswer(), { "content-type": "application/json" });
  expect(script.status).toBe(201);
  const { receiptCode } = (await script.json()) as { receiptCode: string };
  expect(script.headers.get("location")).toBe(`/${SLUG}/receipt/${receiptCode}`);
});

test("the same key again has the same receipt, and with other answers corrects the first ones", async () => {
  const answer = anAnswer();
  const [first, again, other] = [
    await send(ADDRESS, answer),
    await send(ADDRESS, answer),
    await send(ADDRESS, { ...answer, advice: "换了一句" }),
  ];
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(other.headers.get("location")).toBe(`${first.headers.get("location")}?corrected`);
});

test.each([
  ["nothing is answered", { idempotency_key: randomUUID() }],
  ["a field is wrong", { idempotency_key: randomUUID(), overall: "9" }],
  ["a button of the form was pressed", { ...anAnswer(), clear: "overall" }],
  ["another version was answered", { ...anAnswer(), instrument: "77" }],
])("Next answers with everything that was sent when %s", async (_, fields) => {
  const left = await send(ADDRESS, fields);
  expect(left.status).toBe(NEXT);
  expect(Object.fromEntries(new URLSearchParams(await left.text()))).toEqual(fields);
});

test.each([
  ["another address", `/${SLUG}/responses/`, {}],
  ["another query", `${ADDRESS}?c=wechat`, {}],
  ["a cookie", ADDRESS, { cookie: "any=thing" }],
  ["a header of Next's", ADDRESS, { "next-action": "0" }],
  ["a round that is not there", "/2062/responses", {}],
  ["a type that is none of ours", ADDRESS, { "content-type": "text/plain" }],
])("Next answers what comes with %s", async (_, path, headers) => {
  expect((await send(path, anAnswer(), headers)).status).toBe(NEXT);
});

test("a database that failed is told of, so that nobody waits for it once more, and with it everything that was sent", async () => {
  const take = submissions(async () => {
    throw new StorageError("57P03", "select");
  });
  const body = new URLSearchParams(anAnswer()).toString();
  const headers = { "content-type": FORM, "content-length": String(body.length) };
  const request = Object.assign(Readable.from([Buffer.from(body)]), { method: "POST", url: ADDRESS, headers });
  const left = await take(request as unknown as IncomingMessage, {} as ServerResponse);
  expect([left?.headers[FAILED_HEADER], left && (await text(left))]).toEqual(["storage", body]);
});

test("a round that has just been closed takes nothing more, and its senders are left to Next to count", async () => {
  await anEdition({ slug: "2063-front", state: "open" });
  const sendFrom = () => send("/2063-front/responses", anAnswer(), { [NETWORK_HEADER]: "192.0.2.63" });
  expect((await sendFrom()).status).toBe(303);
  await database().update(edition).set({ state: "closed" }).where(eq(edition.slug, "2063-front"));
  const counted = () => database().select().from(senderTally).orderBy(senderTally.key);
  const before = await counted();
  expect(before).not.toEqual([]);
  expect((await sendFrom()).status).toBe(NEXT);
  expect(await counted()).toEqual(before);
});
