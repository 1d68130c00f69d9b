import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EnvError, SETTING_NAMES, parseEnv } from "@/lib/env";

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

describe("settings", () => {
  test("need none: a bare machine serves itself", () => {
    expect(parseEnv({})).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, publicUrl: "http://127.0.0.1:3000" });
    expect(parseEnv({}).DATABASE_URL).toBeUndefined();
  });

  test("set to nothing count as unset, as in a copied .env.example", () => {
    const blank = { DATABASE_URL: "", PORT: "", PUBLIC_URL: "", AUTH_SECRET: "", STAFF_EMAIL: "", STAFF_PASSWORD: "" };
    expect(parseEnv(blank)).toEqual(parseEnv({}));
  });

  test("stand each with a sentence in .env.example", () => {
    const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  test("leave everything else in the environment alone", () => {
    expect(parseEnv({ PATH: "/bin", TZ: "x" })).toEqual(parseEnv({}));
  });

  test.each([
    [{ PUBLIC_URL: "https://esg.example.cn/" }, "https://esg.example.cn"],
    [{ PUBLIC_URL: "https://esg.example.cn//" }, "https://esg.example.cn"],
    [{ HOST: "0.0.0.0", PORT: "8080" }, "http://127.0.0.1:8080"],
    [{ HOST: "::1" }, "http://[::1]:3000"],
  ])("make the address that readers see: %j → %s", (source, publicUrl) => {
    expect(parseEnv(source).publicUrl).toBe(publicUrl);
  });
});

describe("a bad setting", () => {
  // Each value holds a word that would betray it in a message.
  test.each<[string, Record<string, string>]>([
    ["DATABASE_URL", { DATABASE_URL: "mysql://user:s3cret@host/db" }],
    ["DATABASE_URL", { DATABASE_URL: "s3cret" }],
    ["DATABASE_POOL", { DATABASE_POOL: "s3cret" }],
    ["DATABASE_PREPARE", { DATABASE_PREPARE: "s3cret" }],
    ["DATABASE_REPLICA_URL", { DATABASE_URL: "postgres://db/a", DATABASE_REPLICA_URL: "s3cret" }],
    ["DATABASE_REPLICA_URL", { DATABASE_REPLICA_URL: "postgres://user:s3cret@replica/a" }],
    ["DATABASE_REPLICA_WAIT", { DATABASE_REPLICA_WAIT: "0" }],
    ["DATABASE_POOL", { DATABASE_POOL: "1" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "s3cret" }],
    ["PORT", { PORT: "80.5" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://s3cret.example.cn" }],
    ["PUBLIC_URL", { PUBLIC_URL: "s3cret.example.cn" }],
    ["AUTH_SECRET", { AUTH_SECRET: "s3cret" }],
    ["STAFF_EMAIL", { STAFF_EMAIL: "s3cret", STAFF_PASSWORD: "long enough, surely" }],
    ["STAFF_PASSWORD", { STAFF_EMAIL: "a@example.cn", STAFF_PASSWORD: "s3cret" }],
    ["STAFF_PASSWORD", { STAFF_EMAIL: "s3cret@example.cn" }],
    ["STAFF_PASSWORD", { STAFF_PASSWORD: "s3cret but long enough" }],
    [
      "OIDC_ISSUER",
      { OIDC_ISSUER: "http://s3cret.example.cn", OIDC_CLIENT_ID: "s3cret", OIDC_CLIENT_SECRET: "s3cret" },
    ],
    ["OIDC_CLIENT_ID", { OIDC_ISSUER: "https://s3cret.example.cn", OIDC_CLIENT_SECRET: "s3cret" }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://s3cret.example.cn", OIDC_CLIENT_ID: "s3cret" }],
    ["OIDC_ONLY", { OIDC_ONLY: "s3cret" }],
    ["OIDC_ONLY", { OIDC_ONLY: "true" }],
  ])("%s names itself and never its value: %j", (name, source) => {
    const problems = problemsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: ..`));
    for (const value of Object.values(source).filter((text) => text.length > 2))
      expect(problems.join()).not.toContain(value);
    expect(problems.join()).not.toContain("s3cret");
  });

  test("is told together with all others", () => {
    const problems = problemsOf({ PORT: "x", DATABASE_URL: "x", AUTH_SECRET: "x" });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["DATABASE_URL", "PORT", "AUTH_SECRET"]);
  });

  test("stops the start with a message that points to .env.example", () => {
    expect(() => parseEnv({ PORT: "0" })).toThrow(/^Bad settings \(see \.env\.example\):\n {2}PORT: /);
  });
});
