import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeAudit, parseExceptions } from "@/lib/dependency-audit";

const ID = "GHSA-2345-cfgh-jmpq";
const cause = { name: "sharp", title: "Reads too far", url: `https://github.com/advisories/${ID}`, severity: "high" };
// As npm writes it: what only depends on the cause names it.
const REPORT = JSON.stringify({ vulnerabilities: { sharp: { via: [cause] }, next: { via: ["sharp"] } } });
const exception = {
  advisory: ID,
  package: "sharp",
  reason: "only our own charts are ever drawn by it, no upload",
  until: "2026-12-31",
};

describe("what is known of our packages", () => {
  test("is open until an exception names it, with its package", () => {
    expect(judgeAudit(REPORT, [], "2026-11-24")).toEqual([`high: sharp: Reads too far (${ID})`]);
    expect(judgeAudit(REPORT, [exception], "2026-12-31")).toEqual([]);
    expect(judgeAudit(REPORT, [{ ...exception, package: "next" }], "2026-11-24")).toHaveLength(2);
  });

  test("is open again the day after the exception ends", () => {
    expect(judgeAudit(REPORT, [exception], "2027-01-01")).toEqual([
      `high: sharp: Reads too far (${ID}), excepted until 2026-12-31`,
    ]);
  });

  test("is not hidden by an exception that nothing needs any more", () => {
    expect(judgeAudit('{"vulnerabilities":{}}', [exception], "2026-11-24")).toEqual([`exception without need: ${ID}`]);
  });

  test.each(["", "405 Method Not Allowed", '{"message":"405"}'])(
    "is not taken for nothing when nobody answered: %j",
    (json) => {
      expect(judgeAudit(json, [], "2026-11-24")).toBeNull();
    },
  );
});

describe("the list of exceptions", () => {
  test("in docs has a reason and an end for each", () => {
    for (const { until } of parseExceptions(readFileSync("docs/audit-exceptions.json", "utf8")))
      expect(until <= `${new Date().getUTCFullYear() + 1}-12-31`).toBe(true);
  });

  test.each([{ reason: "fine" }, { until: "soon" }, { advisory: "CVE-2026-1" }])("takes no %j", (part) => {
    expect(() => parseExceptions(JSON.stringify([{ ...exception, ...part }]))).toThrow(Object.keys(part)[0] ?? "none");
  });
});
