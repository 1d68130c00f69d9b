import { expect, test } from "vitest";
import { ENVELOPE } from "@/app/admin/sent-form";
import { LARGEST_FILE } from "@/lib/import/read-file";
import next from "@/next.config.js";

test("Next keeps as much of a body as the largest file with its form takes, and little more", () => {
  const kept = Number(next.experimental?.proxyClientMaxBodySize);
  expect(kept).toBeGreaterThan(LARGEST_FILE + ENVELOPE);
  expect(kept).toBeLessThan(1.1 * LARGEST_FILE);
});
