import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { billOfMaterials } from "@/lib/bill-of-materials";
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

describe("what CI does", () => {
  const directory = mkdtempSync(join(tmpdir(), "report-feedback-ci-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  mkdirSync(join(directory, ".ci"));
  writeFileSync(join(directory, ".ci/run"), readFileSync(".ci/run"));

  /** Runs it with an npm that only says what it is asked for, and whose audit ends with a code. */
  const runWith = (code: number) => {
    const npm = join(directory, "npm");
    writeFileSync(npm, `#!/bin/sh\ncase "$*" in *audit) exit ${code};; test) echo "1 passed, 0 failed";; esac\n`);
    chmodSync(npm, 0o755);
    const env = { ...process.env, PATH: `${directory}:${process.env.PATH}` };
    const { status, stdout } = spawnSync("bash", [join(directory, ".ci/run")], { env, encoding: "utf8" });
    return { status, lines: stdout.trim().split("\n") };
  };

  test("ends at a known weakness, and says loudly when nobody could be asked", () => {
    expect(runWith(0)).toEqual({ status: 0, lines: ["1 passed, 0 failed"] });
    expect(runWith(1)).toEqual({ status: 1, lines: [""] });
    const { status, lines } = runWith(2);
    expect([status, lines[0], lines.at(-1)]).toEqual([0, expect.stringContaining("NOT AUDITED"), "1 passed, 0 failed"]);
  });
});

test("the bill of materials names every package that runs in production, with its version, license and sum", () => {
  const bill = JSON.stringify(billOfMaterials(readFileSync("package-lock.json", "utf8")));
  const { bomFormat, components } = JSON.parse(bill) as {
    bomFormat: string;
    components: { name: string; version: string; licenses?: unknown[]; hashes: { content: string }[] }[];
  };
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name}@${version}`));
  expect([bomFormat, missing]).toEqual(["CycloneDX", []]);
  expect(components.filter(({ licenses, hashes }) => !licenses || !/^[0-9a-f]{128}$/.test(hashes[0]!.content))).toEqual(
    [],
  );
  for (const name of ["highs", "oxlint", "playwright-core"]) {
    expect(devDependencies).toHaveProperty([name]);
    expect(components.filter((component) => component.name === name)).toEqual([]);
  }
});
