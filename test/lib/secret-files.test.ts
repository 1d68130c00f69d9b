import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSecretFiles } from "@/bin/secret-files";
import { EnvError, SECRET_NAMES, SETTING_NAMES } from "@/lib/env";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "report-feedback-secrets-"));
  writeFileSync(join(folder, "secret"), "s3cret with 𠮷 and a line's end\r\n");
  writeFileSync(join(folder, "empty"), "\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const problemOf = (environment: Record<string, string>): string => {
  try {
    readSecretFiles(environment as unknown as NodeJS.ProcessEnv);
    return "";
  } catch (error) {
    return error instanceof EnvError ? error.message : "";
  }
};

describe("every secret", () => {
  test("is one whose name says so", () => {
    const isSecret = (name: string) => /SECRET|PASSWORD|TOKEN|KEY|HEADERS|_URL$/.test(name) && name !== "PUBLIC_URL";
    const named = SETTING_NAMES.filter((name) => !name.endsWith("_FILE") && isSecret(name));
    expect(named.toSorted()).toEqual(SECRET_NAMES.toSorted());
  });

  test.each(SECRET_NAMES)("can stand in a file: %s", (name) => {
    const environment = { [`${name}_FILE`]: join(folder, "secret") } as unknown as NodeJS.ProcessEnv;
    readSecretFiles(environment);
    readSecretFiles(environment);
    expect(environment[name]).toBe("s3cret with 𠮷 and a line's end");
  });
});

describe("a file of a secret that does not help is named, without what it holds:", () => {
  test.each([
    ["nothing", {}],
    ["empty", {}],
    ["secret", { AUTH_SECRET: "s3cret" }],
  ])("%s beside %j", (file, others) => {
    const problem = problemOf({ AUTH_SECRET_FILE: join(folder, file), ...others });
    expect(problem).toContain("AUTH_SECRET_FILE: ");
    expect(problem).not.toContain("s3cret");
    expect(problem).not.toContain(folder);
  });
});
