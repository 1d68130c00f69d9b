import { describe, expect, test } from "vitest";
import { currentEdition } from "@/lib/survey/current-edition";
import type { EditionState } from "@/lib/survey/edition";

const NOW = new Date("2026-05-06T01:00:00Z");
const round = (slug: string, state: EditionState, opensAt: string | null = null, closesAt: string | null = null) => ({
  slug,
  state,
  opensAt: opensAt === null ? null : new Date(opensAt),
  closesAt: closesAt === null ? null : new Date(closesAt),
});

describe("the edition that the department works on", () => {
  test.each([
    ["takes answers, though a newer one is prepared", [round("2025", "draft"), round("2024", "open")], "2024"],
    ["takes answers, though a newer one is over", [round("2025", "disclosed"), round("2024", "open")], "2024"],
    [
      "took answers, while a newer one is scheduled",
      [round("2025", "open", "2027-01-01T00:00:00Z"), round("2024", "closed"), round("2023", "disclosed")],
      "2024",
    ],
    ["is past its end", [round("2025", "draft"), round("2024", "open", null, "2026-01-01T00:00:00Z")], "2024"],
    ["is the newest of those that take answers", [round("2025", "open"), round("2024", "open")], "2025"],
    ["is the newest draft, where there is nothing else", [round("2025", "draft"), round("2024", "draft")], "2025"],
  ])("%s", (_, editions, slug) => {
    expect(currentEdition(editions, NOW)?.slug).toBe(slug);
  });

  test("is none where there is none", () => {
    expect(currentEdition([], NOW)).toBeNull();
  });
});
