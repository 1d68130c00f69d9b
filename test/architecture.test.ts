import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breachesOf } from "./support/architecture";
import { migrationBreaches } from "./support/migration-rules";
import { readTree } from "./support/source-tree";

/** The breaches of a made-up tree: `{ path: text }`. */
const breachesIn = (tree: Record<string, string>) =>
  breachesOf(Object.entries(tree).map(([path, text]) => ({ path, text })));

describe("the house", () => {
  test("keeps its rules", () => {
    const tree = readTree();
    expect(tree.length).toBeGreaterThan(20);
    expect(breachesOf(tree)).toEqual([]);
  });

  test.each(["docs/architecture.md", "docs/database.md"])("has every path that %s cites", (document) => {
    const cited = [...readFileSync(document, "utf8").matchAll(/`([^`\s]+)`/g)].map(([, path = ""]) => path);
    const paths = cited.filter((path) => /^(app|bin|db|docs|lib|test|\.ci)\/[^*{}…<>]*$/.test(path));
    expect(paths.filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([]);
  });

  test("migrates without making a reader wait, each migration after the one before", () => {
    const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as {
      entries: { tag: string; when: number }[];
    };
    const times = journal.entries.map(({ when }) => when);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    const files = journal.entries.map(({ tag }) => ({ tag, text: readFileSync(`db/migrations/${tag}.sql`, "utf8") }));
    expect(migrationBreaches(files)).toEqual([]);
  });

  test("numbers each decision once, in its file's name and in its title", () => {
    const files = readdirSync("docs/decisions").toSorted();
    const numbers = files.map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(files.map((_, place) => place + 1));
    for (const [place, file] of files.entries())
      expect(readFileSync(`docs/decisions/${file}`, "utf8")).toMatch(new RegExp(`^# ${place + 1}\\. `));
  });
});

describe("a page that imports drizzle-orm", () => {
  test("is told the file, the line and that SQL belongs in db", () => {
    const page = 'import { redirect } from "next/navigation";\nimport { eq } from "drizzle-orm";\n';
    expect(breachesIn({ "app/x/page.tsx": page })).toEqual([
      "app/x/page.tsx:2 imports drizzle-orm; " +
        "SQL, tables and connections belong in db: add a function to the noun's file there",
    ]);
  });

  test.each([
    'import type { edition } from "@/db/schema/survey";',
    'import { connect } from "../../db/client";',
    'import "postgres";',
    'import postgres, {\n  type Sql,\n} from "postgres";',
    'export { sql } from "drizzle-orm";',
    'export * from "drizzle-orm/pg-core";',
    'const { eq } = await import("drizzle-orm");',
  ])("is found however it is written: %s", (line) => {
    expect(breachesIn({ "app/x/page.tsx": line })).toEqual([expect.stringContaining("belong in db")]);
  });

  test("is not found in what only mentions it", () => {
    const page = 'import { findEdition } from "@/db/editions";\nexport const text = "import from drizzle-orm";\n';
    expect(breachesIn({ "app/x/page.tsx": page })).toEqual([]);
  });
});

describe("each other rule", () => {
  const rules: [rule: string, tree: Record<string, string>, message: string][] = [
    [
      "lib importing db",
      { "lib/a.ts": 'import { b } from "@/db/b";' },
      "lib/a.ts:1 imports db/b; lib imports no outer",
    ],
    [
      "lib reading files",
      { "lib/a.ts": 'import { readFileSync } from "node:fs";' },
      "belongs in db, app or lib/export",
    ],
    ["db importing Next", { "db/a.ts": 'import { cookies } from "next/headers";' }, "belong in app"],
    ["app importing a test's builder", { "app/a.ts": 'import "@/test/support/a-staff";' }, "belongs in app, db or lib"],
    ["lib/export using streams", { "lib/export/a.ts": 'import "node:stream";' }, "belong in app, queries in db"],
    ["survey importing analysis", { "lib/survey/a.ts": 'import "../analysis/b";' }, "lib/survey imports no sibling"],
    ["coding importing analysis", { "lib/coding/a.ts": 'import "../analysis/b";' }, "imports only survey"],
    ["a read of the environment", { "app/a.ts": "\nconst port = process.env.PORT;" }, "app/a.ts:2 reads process.env"],
    ["a made-up Staff", { "app/a.ts": "const staff = {} as unknown as Staff;" }, "belongs in app/_session/staff.ts"],
    ["a name in camel case", { "lib/receiptCode.ts": "export {};" }, "is not named in kebab-case"],
    ["a name that says nothing", { "lib/date-utils.ts": "export {};" }, "has a name that says nothing"],
    [
      "a barrel",
      { "lib/survey/index.ts": '// all\nexport * from "./scale";\nexport { a } from "./a";\n' },
      "no barrels",
    ],
    ["a long file", { "db/long.ts": "let a;\n".repeat(201) }, "db/long.ts:201 has more than 200 lines"],
  ];

  test.each(rules)("refuses %s", (_, tree, message) => {
    expect(breachesIn(tree)).toEqual([expect.stringContaining(message)]);
  });

  test("lets through what the rooms are for", () => {
    const tree = {
      "app/[locale]/(reader)/page.tsx": 'import { a } from "@/db/a";\nimport { b } from "@/lib/survey/b";',
      "app/_session/staff.ts": "export const mint = (row: object) => row as Staff;",
      "db/a.ts": 'import { sql } from "drizzle-orm";\nimport { b } from "@/lib/survey/b";',
      "lib/analysis/c.ts": 'import { b } from "../survey/b";\nimport { z } from "zod";',
      "lib/export/d.ts": 'import { stringify } from "csv-stringify/sync";\nimport { c } from "../analysis/c";',
      "lib/messages/zh-CN/dates.ts": "export {};",
    };
    expect(breachesIn(tree)).toEqual([]);
  });
});

describe("a file sent to the browser", () => {
  const client = (line: string) => `"use client";\n${line}\n`;

  test("is refused what leads to the database, with the way there", () => {
    const tree = {
      "app/a/form.tsx": client('import { b } from "./b";'),
      "app/a/b.ts": 'import { c } from "@/lib/c";',
      "lib/c.ts": 'import { z } from "zod";',
    };
    expect(breachesIn(tree)).toEqual([
      expect.stringMatching(/^app\/a\/form\.tsx:1 .* reaches zod by way of lib\/c\.ts:1;/),
    ]);
  });

  test.each(["@/lib/env", "@/db/editions", "@/app/_session/staff", "node:crypto", "better-auth", "zod/mini"])(
    "is refused %s",
    (name) => {
      expect(breachesIn({ "app/a/form.tsx": client(`import { x } from "${name}";`) })).toHaveLength(1);
    },
  );

  test("may import types, better-auth's client and server actions", () => {
    const tree = {
      "app/a/form.tsx": client(
        'import type { Edition } from "@/db/editions";\nimport "better-auth/react";\nimport { send } from "./actions";',
      ),
      "app/a/actions.ts": '"use server";\nimport { insertResponse } from "@/db/responses";\n',
    };
    expect(breachesIn(tree)).toEqual([]);
  });
});
