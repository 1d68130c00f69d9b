import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = ["app", "bin", "db", "lib", "proxy.ts", "next.config.js", "tsconfig.json", "package.json"];

/** A copy of these sources with a small change, in a folder of its own below ours, where it finds our packages. */
export interface OtherSources {
  readonly directory: string;
  remove(): Promise<void>;
}

/** Copies the sources, replacing in each named file what differs; throws where there is nothing to replace. */
export async function copySources(changes: Record<string, [from: string, to: string]>): Promise<OtherSources> {
  await mkdir(".data", { recursive: true });
  const directory = await mkdtemp(join(".data", "another-build-"));
  for (const source of SOURCES) await cp(source, join(directory, source), { recursive: true });
  for (const [file, [from, to]] of Object.entries(changes)) {
    const text = await readFile(file, "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(join(directory, file), text.replace(from, to));
  }
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
