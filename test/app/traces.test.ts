import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog } from "@/bin/observe/log";
import { openTraces } from "@/bin/observe/traces";
import { tracesFor } from "@/bin/observe/watch";
import { parseEnv } from "@/lib/env";

type Received = { path: string; key: unknown; body: { resourceSpans: { scopeSpans: { spans: object[] }[] }[] } };
const received: Received[] = [];
const collector = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  request.on("end", () => {
    received.push({
      path: request.url ?? "",
      key: request.headers["api-key"],
      body: JSON.parse(text) as Received["body"],
    });
    response.end("{}");
  });
});
let endpoint = "";
beforeAll(async () => {
  await once(collector.listen(0, "127.0.0.1"), "listening");
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(() => void collector.close());

const log = openLog("silent", () => {});
const answered = {
  id: "an-id",
  method: "GET",
  route: "/[locale]/[edition]",
  status: 503,
  ms: 12.5,
  at: 1_800_000_000_000,
};

describe("a collector of spans", () => {
  test("gets one for each request, which continues the trace of our own proxy", async () => {
    const traces = openTraces({ endpoint, headers: "api-key=a=b, x=y", service: "esg", version: "1" }, log);
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    traces.add({ ...answered, parent: `00-${trace}-00f067aa0ba902b7-01` });
    traces.add({ ...answered, parent: `00-${trace}-00f067aa0ba902b7-00` });
    traces.add({ ...answered, parent: "nonsense" });
    await traces.close();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ path: "/v1/traces", key: "a=b" });
    const spans = received[0]?.body.resourceSpans[0]?.scopeSpans[0]?.spans;
    expect(spans).toHaveLength(2);
    expect(spans?.[0]).toEqual({
      traceId: trace,
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      parentSpanId: "00f067aa0ba902b7",
      name: "GET /[locale]/[edition]",
      kind: 2,
      startTimeUnixNano: "1800000000000000000",
      endTimeUnixNano: "1800000000012500000",
      attributes: [
        { key: "http.request.method", value: { stringValue: "GET" } },
        { key: "http.route", value: { stringValue: "/[locale]/[edition]" } },
        { key: "http.response.status_code", value: { intValue: "503" } },
        { key: "report_feedback.request", value: { stringValue: "an-id" } },
      ],
      status: { code: 2 },
    });
    expect(spans?.[1]).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(spans?.[1]).not.toHaveProperty("parentSpanId");
  });

  test("that is away loses the spans, and nobody waits or fails", async () => {
    const traces = openTraces({ endpoint: "http://127.0.0.1:9", service: "esg", version: "1" }, log);
    traces.add({ ...answered, parent: undefined });
    await expect(traces.close()).resolves.toBeUndefined();
  });

  test("that is not named is sent nothing: no spans are made at all", async () => {
    expect(await tracesFor(parseEnv({}), "1", log)).toBeNull();
  });
});
