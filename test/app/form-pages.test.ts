import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeEach, expect, test, vi } from "vitest";
import { formMarks } from "@/bin/front/form-marks";
import { formPages } from "@/bin/front/form-pages";
import { readFormMark } from "@/db/form-mark";

vi.mock("@/db/form-mark", () => ({ readFormMark: vi.fn<() => Promise<unknown>>() }));
const reading = vi.mocked(readFormMark);
beforeEach(() => reading.mockReset());

const ask = (pages: ReturnType<typeof formPages>) =>
  pages({ method: "GET", url: "/2024", headers: {} } as IncomingMessage, {} as ServerResponse);

test("a question to the database that hangs makes those wait who asked with it, and nobody after them", async () => {
  const pages = formPages(formMarks());
  reading.mockReturnValueOnce(new Promise(() => {}));
  reading.mockResolvedValue(null);
  expect(await Promise.all([ask(pages), ask(pages)])).toEqual([false, false]);
  const before = performance.now();
  expect(await ask(pages)).toBe(false);
  expect(performance.now() - before).toBeLessThan(500);
  expect(reading).toHaveBeenCalledTimes(2);
});
