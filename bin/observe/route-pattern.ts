import { existsSync, readFileSync } from "node:fs";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { READY } from "./ready";

/** A route as Next writes it, `/[locale]/[edition]`, and the paths that it answers. */
export interface Route {
  readonly page: string;
  readonly matches: RegExp;
}

/** The routes of the build, the more particular ones first; none where there is no build (`npm run dev`). */
export function readRoutes(manifest = ".next/routes-manifest.json"): Route[] {
  if (!existsSync(manifest)) return [];
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(manifest, "utf8")) as Record<
    "staticRoutes" | "dynamicRoutes",
    { page: string; regex: string }[]
  >;
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, matches: new RegExp(regex) }));
}

/**
 * The pattern of the route that answers a path, for logs and metrics: the path itself may hold a receipt code, and there
 * are endlessly many. `proxy.ts` puts the default language before a reader's path; so does this.
 */
export function routePattern(routes: readonly Route[], path: string): string {
  if (path === READY) return READY;
  if (path.startsWith("/_next/")) return "/_next";
  const named = findLocale(path.split("/", 2)[1]);
  const found = find(named ? routes : routes.filter(({ page }) => !page.startsWith("/[locale]")), path);
  if (found) return found;
  // A file of public/.
  if (/\.\w+$/.test(path)) return "(file)";
  return (named ? undefined : find(routes, `/${DEFAULT_LOCALE}${path === "/" ? "" : path}`)) ?? "(none)";
}

function find(routes: readonly Route[], path: string): string | undefined {
  return routes.find(({ matches }) => matches.test(path))?.page;
}
