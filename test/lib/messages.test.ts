import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { longDate, longDay } from "@/lib/messages/calendar";

const FOLDER = "lib/messages";
const files = readdirSync(`${FOLDER}/zh-CN`);

type Catalogue = { [key: string]: string | Catalogue };

function textsIn(locale: string, file: string): Map<string, string> {
  const walk = (catalogue: Catalogue, path: string): [string, string][] =>
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as [string, string]] : walk(value, `${path}${key}.`),
    );
  return new Map(walk(JSON.parse(readFileSync(`${FOLDER}/${locale}/${file}`, "utf8")) as Catalogue, ""));
}

const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].toSorted();

describe("the message catalogues", () => {
  test("have the same files in both languages", () => {
    expect(readdirSync(`${FOLDER}/en`)).toEqual(files);
  });

  test.each(files)("have the same texts with the same arguments: %s", (file) => {
    const [zh, en] = [textsIn("zh-CN", file), textsIn("en", file)];
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
    for (const [key, text] of zh) expect([key, argumentsOf(en.get(key) ?? "")]).toEqual([key, argumentsOf(text)]);
  });

  test.each(files)("have no empty text, no Chinese in English and no half-width comma in Chinese: %s", (file) => {
    for (const [key, text] of textsIn("en", file)) {
      expect(text.trim(), key).not.toBe("");
      // Names of the languages stand in their own.
      if (text !== "中文") expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
    for (const [key, text] of textsIn("zh-CN", file)) expect(text, key).not.toMatch(/\p{Script=Han},/u);
  });
});

describe("the words of the method", () => {
  const of = (locale: string, key: string) => textsIn(locale, "results.json").get(key) ?? "";

  test("say which test is the exact one, and promise Holm over the tests that were made", () => {
    for (const locale of ["zh-CN", "en"]) expect(of(locale, "method.testsNote")).not.toContain("五题");
    expect(of("zh-CN", "method.testsNote")).toContain("注明“精确”的为置换检验；所作检验一并按 Holm 校正");
  });
});

describe("the words of results and flags", () => {
  const both = ["results.json", "flags.json"].flatMap((file) =>
    ["zh-CN", "en"].flatMap((locale) => [...textsIn(locale, file)].map(([key, text]) => ({ key, text }))),
  );
  const source = ["app", "lib"]
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => `${room}/${path}`))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");

  test("are given the limits that they name", () => {
    for (const { key, text } of both) expect(text, key).not.toMatch(/少于 ?\d|fewer than \d|at least \d/i);
  });

  test("are all said somewhere", () => {
    const isSaid = (key: string) => {
      const starts = key.split(".").map((_, place, parts) => `\`${[...parts.slice(0, place), ""].join(".")}\${`);
      return source.includes(`"${key}"`) || starts.slice(1).some((start) => source.includes(start));
    };
    expect(both.map(({ key }) => key).filter((key) => !isSaid(key))).toEqual([]);
  });
});

describe("a date in words", () => {
  test("is the day in the edition's time zone", () => {
    const instant = new Date("2025-12-31T16:30:00Z");
    expect(longDate(instant, "Asia/Shanghai", "zh-CN")).toBe("2026年1月1日");
    expect(longDate(instant, "UTC", "en")).toBe("31 December 2025");
  });

  test("is the stored day, whatever the machine's time zone", () => {
    expect(longDay("2025-06-18", "zh-CN")).toBe("2025年6月18日");
    expect(longDay("2025-06-18", "en")).toBe("18 June 2025");
  });
});
