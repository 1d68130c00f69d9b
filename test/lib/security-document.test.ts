import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

/**
 * OWASP ASVS 5.0.0 (May 2025): chapter → section → how many requirements of levels 1 and 2 it has. In each section they
 * are the first ones.
 */
const LEVEL_2: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  1: { 1: 2, 2: 9, 3: 11, 4: 3, 5: 2 },
  2: { 1: 3, 2: 3, 3: 4, 4: 1 },
  3: { 2: 2, 3: 4, 4: 6, 5: 5, 7: 2 },
  4: { 1: 3, 2: 1, 3: 2, 4: 4 },
  5: { 1: 1, 2: 3, 3: 2, 4: 3 },
  6: { 1: 3, 2: 12, 3: 4, 4: 4, 5: 5, 6: 3, 8: 4 },
  7: { 1: 3, 2: 4, 3: 2, 4: 5, 5: 2, 6: 2 },
  8: { 1: 2, 2: 3, 3: 1, 4: 1 },
  9: { 1: 3, 2: 4 },
  10: { 1: 2, 2: 2, 3: 4, 4: 11, 5: 5, 6: 2, 7: 3 },
  11: { 1: 2, 2: 3, 3: 3, 4: 4, 5: 1, 6: 1 },
  12: { 1: 3, 2: 2, 3: 4 },
  13: { 1: 1, 2: 5, 3: 2, 4: 5 },
  14: { 1: 2, 2: 4, 3: 3 },
  15: { 1: 3, 2: 3, 3: 7 },
  16: { 1: 1, 2: 5, 3: 4, 4: 3, 5: 3 },
  17: { 1: 1, 2: 4, 3: 2 },
};

const NUMBERS = Object.entries(LEVEL_2).flatMap(([chapter, sections]) =>
  Object.entries(sections).flatMap(([section, most]) =>
    Array.from({ length: most }, (_, index) => `${chapter}.${section}.${index + 1}`),
  ),
);
const document = readFileSync("docs/security.md", "utf8");
/** Each requirement's number and what is said of it, with the lines that go on. */
const LINES = [...document.matchAll(/^- (\d+\.\d+\.\d+) ((?:.|\n {2})+)$/gm)].map(
  ([, number = "", text = ""]) => [number, text.replace(/\n {2}/g, " ")] as const,
);

/** Where a line sends whoever wants to see it: a file, a decision, another requirement, a section above. */
const placesIn = (text: string): string[] => [
  ...[...text.matchAll(/`((?:app|bin|db|deploy|docs|lib|test)\/[^`]+)`/g)].map(([, path = ""]) => path),
  ...[...text.matchAll(/\bdecisions? (\d+(?:(?:, | and )\d+)*)/gi)].flatMap(([, numbers = ""]) =>
    numbers.split(/\D+/).map((number) => `decision ${number}`),
  ),
  ...[...text.matchAll(/\bsee (\d+\.\d+\.\d+)/g)].map(([, number = ""]) => number),
  ...[...text.matchAll(/"([^"]+)" above/g)].map(([, heading = ""]) => `"${heading}"`),
];
const DECISIONS = readdirSync("docs/decisions").map((name) => `decision ${Number(name.slice(0, 4))}`);
const HEADINGS = [...document.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => `"${heading}"`);
const isThere = (place: string) =>
  existsSync(place) || DECISIONS.includes(place) || HEADINGS.includes(place) || NUMBERS.includes(place);

describe("the table of requirements", () => {
  test("has each of levels 1 and 2 once", () => {
    expect(NUMBERS).toHaveLength(253);
    expect(LINES.map(([number]) => number)).toEqual(NUMBERS);
  });

  test.each(LINES)("%s names what shows it, or why it is not so", (_, text) => {
    const isExplained = /^(Not applicable|Issuer|Operator|Proxy|Open)\b.{10,}/.test(text);
    expect(isExplained || placesIn(text).length > 0).toBe(true);
    expect(placesIn(text).filter((place) => !isThere(place))).toEqual([]);
  });
});

test("every file that the document names exists", () => {
  const named = [...document.matchAll(/`((?:app|bin|db|deploy|docs|lib|test)\/[^`]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
