import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readTree } from "./source-tree";

/** Every path below app/admin that has a `page.tsx` or `route.ts`, with its [parameters], and the file itself. */
export function departmentPaths(
  file: "page.tsx" | "route.ts",
  folder = "app/admin",
): { path: string; source: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const source = join(folder, entry.name);
    if (entry.name === file) return [{ path: folder.replace(/^app/, ""), source }];
    return entry.isDirectory() && !entry.name.startsWith("_") ? departmentPaths(file, source) : [];
  });
}

/** A path with a value for each of its parameters: the edition of 2024, which exists, and words that name nothing. */
export function addressAt(path: string): string {
  return path.replaceAll("[edition]", "2024").replace(/\[[^\]]+\]/g, "anything");
}

/** Every route handler below app/admin, as `GET /admin/…`. */
export function departmentRoutes(): string[] {
  return departmentPaths("route.ts").flatMap(({ path, source }) =>
    [...readFileSync(source, "utf8").matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm)].map(
      ([, method]) => `${method} ${path}`,
    ),
  );
}

/** Every server action, as `app/admin/sign-in/actions.ts signIn`. */
export function serverActions(): string[] {
  return readTree()
    .filter(({ path, text }) => path.startsWith("app/") && /^\s*["']use server["']/.test(text))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => `${path} ${name}`),
    );
}
