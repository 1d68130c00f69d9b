import { LOCALES } from "@/lib/locale";
import { type Import, type SourceFile, closureOf, importsOf, lineOf, roomOf } from "./source-tree";

/** What a file of one place may import; `belongs` says where the line should go instead. */
interface Direction {
  readonly from: RegExp;
  readonly refuses: (target: string) => boolean;
  readonly belongs: string;
}

const isPackage = (target: string, ...names: string[]) =>
  names.some((name) => target === name || target.startsWith(`${name}/`));
const isInTree = (target: string) => roomOf(target) !== "" || target === "proxy";
const PURE_PACKAGES = ["zod", "use-intl/core", "node:crypto", "@zxcvbn-ts/language-common", "echarts"];
// Packing and laying out a file is arithmetic too.
const FILE_PACKAGES = [...PURE_PACKAGES, "fflate", "hucre", "csv-stringify"];
const MAY_IMPORT_IN_LIB: Record<string, readonly string[]> = {
  survey: [],
  analysis: ["survey"],
  coding: ["survey"],
  charts: ["survey", "analysis"],
  export: ["survey", "analysis", "coding", "charts"],
  disclosure: ["survey", "analysis", "coding"],
  import: ["survey", "export"],
};

const DIRECTIONS: readonly Direction[] = [
  {
    from: /^(app\/|proxy\.ts$)/,
    refuses: (target) => isPackage(target, "drizzle-orm", "postgres") || /^db\/(schema(\/|$)|client$)/.test(target),
    belongs: "SQL, tables and connections belong in db: add a function to the noun's file there",
  },
  {
    from: /^bin\//,
    refuses: (target) => isPackage(target, "drizzle-orm", "postgres") || /^db\/schema(\/|$)/.test(target),
    belongs: "SQL and tables belong in db: add a function to the noun's file there",
  },
  {
    from: /^lib\//,
    refuses: (target) => ["app", "db", "test", "bin"].includes(roomOf(target)) || target === "proxy",
    belongs: "lib imports no outer room: take the value as an argument, or move the line to db or app",
  },
  {
    from: /^db\//,
    refuses: (target) =>
      ["app", "test", "bin"].includes(roomOf(target)) || isPackage(target, "next", "react", "react-dom"),
    belongs: "pages, cookies, headers and addresses belong in app, which imports db",
  },
  {
    from: /^(app\/|proxy\.ts$)/,
    refuses: (target) => ["test", "bin"].includes(roomOf(target)),
    belongs: "what the app needs belongs in app, db or lib; test and bin import them",
  },
  {
    from: /^lib\/(export|import)\//,
    refuses: (target) => !isInTree(target) && !isPackage(target, ...FILE_PACKAGES),
    belongs: `lib/export and lib/import are pure but for ${FILE_PACKAGES.join(", ")}: streams and files belong in app, queries in db`,
  },
  {
    from: /^lib\/(?!export\/|import\/)/,
    refuses: (target) => !isInTree(target) && !isPackage(target, ...PURE_PACKAGES),
    belongs: `lib is pure but for ${PURE_PACKAGES.join(", ")}: it belongs in db, app or lib/export (what is read from files: lib/import)`,
  },
];

/** What must not be sent to a browser. */
const isServerOnly = (target: string) =>
  roomOf(target) === "db" ||
  target === "lib/env" ||
  target.startsWith("app/_session") ||
  target.startsWith("node:") ||
  isPackage(target, "zod", "@zxcvbn-ts/language-common", "echarts") ||
  (isPackage(target, "better-auth") && !/^better-auth\/(react|client)/.test(target));

/** Every breach of the house rules, as `file:line rule; where it belongs`. Empty when there are none. */
export function breachesOf(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(importBreaches), ...clientBreaches(files), ...files.flatMap(textBreaches)];
}

function importBreaches(file: SourceFile): string[] {
  return importsOf(file).flatMap((found) => [...directionBreaches(file, found), ...siblingBreaches(file, found)]);
}

function directionBreaches(file: SourceFile, { target, line }: Import): string[] {
  const broken = DIRECTIONS.find(({ from, refuses }) => from.test(file.path) && refuses(target));
  return broken ? [`${file.path}:${line} imports ${target}; ${broken.belongs}`] : [];
}

function siblingBreaches(file: SourceFile, { target, line }: Import): string[] {
  const [, folder = ""] = /^lib\/([^/]+)\//.exec(file.path) ?? [];
  const [, sibling = ""] = /^lib\/([^/]+)\//.exec(target) ?? [];
  const allowed = MAY_IMPORT_IN_LIB[folder];
  if (!allowed || !(sibling in MAY_IMPORT_IN_LIB) || sibling === folder || allowed.includes(sibling)) return [];
  const may = allowed.length > 0 ? `only ${allowed.join(", ")}` : "no sibling";
  return [`${file.path}:${line} imports ${target}; lib/${folder} imports ${may}: it belongs in a folder that may`];
}

function clientBreaches(files: readonly SourceFile[]): string[] {
  const clients = files.filter((file) => /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*["']use client["']/.test(file.text));
  return clients.flatMap((client) =>
    closureOf(client, files, isServerOnly)
      .filter(({ target }) => isServerOnly(target))
      .map(({ from, line, target }) => {
        const place = from === client.path ? `${from}:${line}` : `${client.path}:1`;
        const way = from === client.path ? "" : ` by way of ${from}:${line}`;
        return `${place} is sent to the browser and reaches ${target}${way}; it belongs in a server page, route or action of app`;
      }),
  );
}

/** What a file's text or name must not hold: the place of the first breach, or -1, and the rule with its room. */
type TextRule = readonly [find: (file: SourceFile) => number, rule: string];

const TEXT_RULES: readonly TextRule[] = [
  [
    ({ path, text }) =>
      /^(app|db|lib)\/|^proxy\.ts$/.test(path) && path !== "lib/env.ts" ? text.search(/\bprocess\.env\b/) : -1,
    "reads process.env; settings belong in lib/env.ts, which parses them once",
  ],
  [
    ({ path, text }) => (MAY_MINT_STAFF.test(path) ? -1 : text.search(/\bas (unknown as |any as )?Staff\b/)),
    "makes a Staff; that belongs in app/_session/staff.ts alone, everything else takes one as an argument",
  ],
  [
    ({ path }) => (path.split("/").every((part) => isLocale(part) || NAME.test(part)) ? -1 : 0),
    "is not named in kebab-case; a file belongs in its room under the name of what it holds",
  ],
  [
    ({ path }) => (path.split(/[/.-]/).some((word) => SAYS_NOTHING.test(word)) ? 0 : -1),
    "has a name that says nothing; its lines belong in files named after the noun they are about",
  ],
  [
    ({ path, text }) => (MAY_REEXPORT.test(path) || withoutComments(text).replace(REEXPORT, "").trim() !== "" ? -1 : 0),
    "only re-exports; no barrels: each name belongs in the file that defines it and is imported from there",
  ],
  [
    ({ path, text }) =>
      path.endsWith(".css") || text.trimEnd().split("\n").length <= 200 ? -1 : text.trimEnd().length,
    "has more than 200 lines; a part of it belongs in a file of its own beside it",
  ],
];

const MAY_MINT_STAFF =
  /^(app\/_session\/staff\.ts|bin\/demo\/people\.ts|test\/support\/.*|test\/architecture\.test\.ts)$/;
const SAYS_NOTHING = /^(utils?|helpers?|misc|managers?|types|common)$/;
/** kebab-case with dots, and Next's [param], (group), @slot and _folder. */
const NAME = /^(\[{1,2}(\.{3})?\w+\]{1,2}|\([a-z0-9-]+\)|[@_]?[a-z0-9]+([.-][a-z0-9]+)*)$/;
/** Next wants a file for each route, also where two share one page. */
const MAY_REEXPORT = /^(app\/(?!(.*\/)?index\.)|.*\.css$)/;
const REEXPORT = /^export\b[^;"']*\bfrom\s*["'][^"']+["'];?/gm;

const isLocale = (part: string) => (LOCALES as readonly string[]).includes(part);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

function textBreaches(file: SourceFile): string[] {
  return TEXT_RULES.flatMap(([find, rule]) => {
    const place = find(file);
    return place < 0 ? [] : [`${file.path}:${lineOf(file.text, place)} ${rule}`];
  });
}
