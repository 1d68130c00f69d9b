import type { Request } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";

const openPage = useBrowser();
const KB = 1000;

/** What a first visit brings over the wire, compressed, heads included. */
async function weigh(address: string) {
  const page = await openPage();
  const requests: Request[] = [];
  page.on("requestfinished", (request) => void requests.push(request));
  await page.goto(address, { waitUntil: "networkidle" });
  const weights = await Promise.all(
    requests.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return { type: request.resourceType(), bytes: responseBodySize + responseHeadersSize };
    }),
  );
  const sum = (some: typeof weights) => some.reduce((total, { bytes }) => total + bytes, 0);
  return { requests: weights.length, all: sum(weights), script: sum(weights.filter(({ type }) => type === "script")) };
}

describe("the reader's form", () => {
  test.each(["/2024", "/en/2024"])("is light enough for a phone on a train: %s", async (address) => {
    const { requests, all, script } = await weigh(address);
    expect(requests).toBeLessThanOrEqual(10);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(150 * KB);
    expect(all).toBeLessThanOrEqual(175 * KB);
  });
});
