import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";

/** A file of the tree by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import; `target` is a package or the path of a file from the root, without its extension. */
export interface Import {
  readonly target: string;
  readonly line: number;
  /** `import type` and `export type`: gone when the code runs. */
  readonly erased: boolean;
}

const ROOMS = ["app", "bin", "db", "lib", "test"];
/** `from "x"` at the end of a statement, or a bare `import "x"`. */
const STATEMENT =
  /^[ \t]*(?:import\s*|(?:import|export)(?<type>\s+type\b(?!\s+from\b))?[^;"'`]*?\bfrom\s*)["'](?<name>[^"']+)["']/gm;
const CALL = /\b(?:import|require)\(\s*["'](?<name>[^"']+)["']/g;

/** The source files of the rooms and of the root, but for fixtures and what tools write. */
export function readTree(): SourceFile[] {
  const inRooms = ROOMS.filter((room) => existsSync(room)).flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => `${room}/${path.replaceAll("\\", "/")}`),
  );
  return [...inRooms, "proxy.ts"]
    .filter((path) => /\.(tsx?|css|mjs|js)$/.test(path) && !/^(test\/fixtures|db\/migrations)\//.test(path))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** The room at the root that a path is in, or "" for a package. */
export function roomOf(target: string): string {
  const [first = ""] = target.split("/");
  return target.includes("/") && ROOMS.includes(first) ? first : "";
}

/** The line, from 1, of a place in a text. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Everything a file imports or re-exports, also dynamically. Prettier puts each statement at the start of a line. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)].map((match) => ({
    target: resolve(path, match.groups?.name ?? ""),
    line: lineOf(text, match.index + match[0].length),
    erased: match.groups?.type !== undefined,
  }));
}

/** A specifier as a path from the root without extension, or as the package it names. */
function resolve(importer: string, specifier: string): string {
  const path = specifier.startsWith("@/") ? specifier.slice(2) : posix.join(posix.dirname(importer), specifier);
  return /^(@\/|\.)/.test(specifier) ? path.replace(/\.(tsx?|js)$/, "").replace(/\/index$/, "") : specifier;
}

/** An import met on the way from a file through what it imports; `from` is the file that has it. */
export type Reached = Import & { readonly from: string };

/**
 * Everything that a file brings along when it runs, not looking behind what `stop` holds for. A "use server" file is
 * called over the network, not brought along.
 */
export function closureOf(
  start: SourceFile,
  files: readonly SourceFile[],
  stop: (target: string) => boolean,
): Reached[] {
  const byTarget = new Map(files.map((file) => [file.path.replace(/(\/index)?\.tsx?$/, ""), file]));
  const seen = new Set([start]);
  const reached: Reached[] = [];
  for (const file of seen)
    for (const found of importsOf(file).filter(({ erased }) => !erased)) {
      const next = byTarget.get(found.target);
      if (next && /^\s*["']use server["']/.test(next.text)) continue;
      reached.push({ ...found, from: file.path });
      if (next && !stop(found.target)) seen.add(next);
    }
  return reached;
}
