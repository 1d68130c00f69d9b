import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { DESK_FLOORS, tooYoungIn } from "@/test/support/css-age";
import { useEditions } from "@/test/support/open-editions";
import { builtScripts, forgettingScript, youngNamesIn } from "@/test/support/script-age";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const CHUNKS = ".next/static/chunks";
const SLUG = "2089";
beforeAll(async () => {
  await editions.open(SLUG);
});

/** What sheets may hold that Chromium 90 does not know, because nothing is lost but the ornament. */
const ORNAMENTS: Readonly<Record<string, string>> = {
  "accent-color": "a box is ticked in the browser's blue",
  "-webkit-print-color-adjust": "Chromium knows `exact` by this name since 17; the data speaks of another",
  "print-color-adjust": "the name before it does the same",
  "align-self": "`start` is known in a grid, where we use it; the data speaks of flex boxes",
  "place-self": "`start` is known in a grid, where we use it; the data speaks of flex boxes",
  "justify-content": "`start` is known in a grid, where we use it; the data speaks of flex boxes",
  size: "the reader's form prints on the printer's own paper",
  ":::details-content": "opens a fold on paper; older browsers print what is open",
  ":::-moz-progress-bar": "Firefox's own",
};

/** Names that scripts hold though they are young. */
const ANSWERED: Readonly<Record<string, string>> = {
  at: "Next brings it where it is missing",
  hasOwn: "Next brings it where it is missing",
  canParse: "Next brings it where it is missing",
  use: "React's hook, and no member of a stack of resources",
  cause: "a field of an error, undefined where nobody put it",
  popover: "the name of an attribute in React's list",
};

describe("in Chromium 90", () => {
  const files = (ending: string) => readdirSync(CHUNKS).filter((file) => file.endsWith(ending));

  test("every sheet of the build is understood", () => {
    const sheets = files(".css").map((file) => readFileSync(join(CHUNKS, file), "utf8"));
    expect(sheets.length).toBeGreaterThan(10);
    const young = sheets.flatMap((sheet) => tooYoungIn(sheet, DESK_FLOORS));
    const isOrnament = (one: string) =>
      Object.keys(ORNAMENTS).some((known) => one === known || one.startsWith(`${known}:`));
    expect(young.filter((one) => !isOrnament(one))).toEqual([]);
  });

  test("every script of the build is understood, and asks for nothing that is missing", () => {
    const scripts = builtScripts(files(".js"));
    expect(scripts.length).toBeGreaterThan(10);
    const young = scripts.map(({ file, script }) => [file, youngNamesIn(script)] as const);
    expect(young.filter(([, names]) => names.some((name) => !(name in ANSWERED)))).toEqual([]);
  });

  test("an answer is typed in and read in the results, by a browser that forgot what it learned since", async () => {
    const page = await openPage();
    const broken: string[] = [];
    page.on("pageerror", ({ message }) => broken.push(message));
    await page.addInitScript(forgettingScript());
    await signIn(page);
    expect(await page.evaluate("[typeof [].findLast, typeof structuredClone]")).toEqual(["undefined", "undefined"]);
    await page.goto(`/admin/entry?edition=${SLUG}`);
    await page.locator("#received_on").fill("2026-06-18");
    await page.locator("#impact input").first().focus();
    for (const key of ["1", "2", "3", "4", "5", "Control+Enter"]) await page.keyboard.press(key);
    await page.getByText("已保存 1 份").waitFor();
    await page.goto(`/admin/results?edition=${SLUG}`);
    await page.getByText("回收 1 份").waitFor();
    expect(broken).toEqual([]);
  });

  test.each([
    ["structuredClone({})", ["structuredClone"]],
    ["[1].findLast(Boolean)", ["findLast"]],
    ["a?.toSorted()", ["toSorted"]],
    ["crypto.randomUUID()", ["randomUUID"]],
    ["a.sort()", []],
  ])("is known to be too young: %s", (script, names) => {
    expect(youngNamesIn(script)).toEqual(names);
  });

  test.each(["class A { static { f() } }", "class A { #x; has(a) { return #x in a } }", "const a = /x/v"])(
    "is known to be no syntax: %s",
    (script) => {
      expect(() => youngNamesIn(script)).toThrow(SyntaxError);
    },
  );
});
