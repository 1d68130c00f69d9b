import { readFileSync } from "node:fs";

/** What the systemd unit and the image tell the C library about memory (decision 42). */
export const MEMORY_SETTINGS = { MALLOC_ARENA_MAX: "2" } as const;

/** What `npm start` runs, word by word, with the modules that node imports before the program. */
export function startCommand(before: readonly string[] = []): [file: string, ...args: string[]] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(" ");
  const program = words.pop() ?? "";
  return [process.execPath, ...words, ...before.flatMap((module) => ["--import", module]), program];
}
