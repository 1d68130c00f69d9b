import { readFileSync } from "node:fs";
import { builtActions } from "@/test/support/action-call";
import { departmentPaths } from "@/test/support/department-tree";

/** An address of the app as its files have it, with its [parameters], and a method that it has. */
export interface Place {
  readonly method: string;
  readonly path: string;
}

/** The page that says 503, to which whoever meets it is led. */
const UNAVAILABLE = "/[locale]/unavailable";

/** Every page and route below app/, readers' and department's, by each of its methods. */
export function everyPlace(): Place[] {
  const pages = departmentPaths("page.tsx", "app").map(({ path }) => ({ method: "GET", path }));
  const routes = departmentPaths("route.ts", "app").flatMap(({ path, source }) =>
    [...readFileSync(source, "utf8").matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm)].map(
      ([, method = "GET"]) => ({ method, path }),
    ),
  );
  return [...pages, ...routes].filter(({ path }) => path !== UNAVAILABLE);
}

/** A server action of the build: the id that a script sends, the page that it is asked at, its file and name. */
export interface Action {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/** Every server action of the build in `.next`. Throws where there is none. */
export function everyAction(): Action[] {
  return builtActions().flatMap(([id, { workers }, name]) =>
    Object.keys(workers).map((worker) => ({ id, path: worker.replace(/^app|\/page$/g, ""), name })),
  );
}
