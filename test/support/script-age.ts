import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import bcd, { type CompatStatement } from "@mdn/browser-compat-data" with { type: "json" };

/** The parser that Next brings along. */
const acorn = createRequire(import.meta.url)("next/dist/compiled/acorn") as {
  parse: (script: string, options: { ecmaVersion: number }) => unknown;
};

/** What came to the browser, and not to the language, after Chromium 90, and a desk's script might reach for. */
const BROWSER_ONLY = ["structuredClone", "canParse", "inert", "showPicker", "popover", "scheduler", "randomUUID"];

interface YoungMember {
  readonly owner: string;
  readonly name: string;
}

/** Every member of the language's own objects that Chromium learned after 90. Source: MDN's browser-compat-data. */
export function youngMembers(): YoungMember[] {
  return Object.entries(bcd.javascript.builtins ?? {}).flatMap(([owner, members]) =>
    Object.entries(members)
      .filter(([, { __compat }]) => __compat && isYoung(__compat))
      .map(([name]) => ({ owner, name: name.replace(/_static$/, "") }))
      .filter(({ name }) => /^[a-z]\w*$/i.test(name)),
  );
}

/** A script that makes a browser forget them, to be run before a page's own. */
export function forgettingScript(): string {
  const names = [...youngMembers(), ...BROWSER_ONLY.map((name) => ({ owner: "window", name }))];
  return `for (const { owner, name } of ${JSON.stringify(names)}) {
    const holder = owner === "window" ? window : window[owner];
    if (holder) { delete holder[name]; if (holder.prototype) delete holder.prototype[name]; }
  }
  delete Crypto.prototype.randomUUID;
  delete URL.canParse;
  for (const name of ["inert", "popover"]) delete HTMLElement.prototype[name];`;
}

/** Names that some older object has too, so that a script that says them need not mean the young one. */
function oldNames(): Set<string> {
  const objects = Object.values({ ...bcd.javascript.builtins, ...bcd.api });
  const members = objects.flatMap((object) => Object.entries(object));
  const old = members.filter(([, { __compat }]) => __compat && !isYoung(__compat));
  return new Set(old.map(([name]) => name.replace(/_static$/, "")));
}

/** The young members that a script names; throws where its syntax is younger than ES2021, which Chromium 90 knows. */
export function youngNamesIn(script: string): string[] {
  const old = oldNames();
  const members = youngMembers().map(({ name }) => name);
  const young = new Set([...members.filter((name) => !old.has(name)), ...BROWSER_ONLY]);
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, computed, property, name } = node as Record<string, unknown>;
    const named = type === "MemberExpression" && !computed ? (property as { name?: string }).name : undefined;
    if (named && young.has(named)) found.add(named);
    if (type === "Identifier" && BROWSER_ONLY.includes(String(name))) found.add(String(name));
    for (const child of Object.values(node)) visit(child);
  };
  visit(acorn.parse(script, { ecmaVersion: 2021 }));
  return [...found].toSorted();
}

/** Every script of the build that a browser of that age loads: the polyfills are for older ones alone. */
export function builtScripts(files: readonly string[]): { file: string; script: string }[] {
  const manifest = readFileSync(".next/build-manifest.json", "utf8");
  const { polyfillFiles } = JSON.parse(manifest) as { polyfillFiles: string[] };
  return files
    .filter((file) => !polyfillFiles.some((polyfill) => polyfill.endsWith(file)))
    .map((file) => ({ file, script: readFileSync(join(".next/static/chunks", file), "utf8") }));
}

function isYoung({ support }: CompatStatement): boolean {
  const plain = [support.chrome ?? []].flat().filter(({ prefix, flags }) => !prefix && !flags);
  const since = plain.map(({ version_added }) => Number.parseFloat(String(version_added).replace("≤", "")));
  return since.some((version) => version > 90) && !since.some((version) => version <= 90);
}
