import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { inBothLanguages } from "@/lib/messages/operator";
import { BackupError } from "./error";
import { FORMAT, Header, Manifest, TABLE_END, TableStart, type TableSum } from "./format";
import { summing } from "./sum";

/** What comes out of a backup, in its order: the header, for each table its start, its rows and its end, the manifest. */
export type Part =
  | { readonly kind: "header"; readonly header: Header }
  | { readonly kind: "table"; readonly start: TableStart }
  | { readonly kind: "rows"; readonly bytes: Buffer }
  | { readonly kind: "end" }
  | { readonly kind: "manifest"; readonly manifest: Manifest };

const NEW_LINE = 10;
const END = Buffer.from(TABLE_END);

/**
 * Reads a backup from its beginning to its end, with memory that is constant. Throws `BackupError` where it is not one,
 * is of a newer format, or is damaged: cut off, changed, or with a sum, a count or an order that does not fit. What has
 * come out before the last part is not proved yet.
 */
export async function* readBackup(file: string): AsyncGenerator<Part, void> {
  const whole = createHash("sha256");
  const sums: TableSum[] = [];
  let open: ReturnType<typeof summing> | null = null;
  let [begun, ended] = [false, false];
  const damaged = (where: string) =>
    begun ? new BackupError(inBothLanguages((t) => t("restore.damaged", { file, where }))) : notOurs(file);
  for await (const lines of wholeLines(file, damaged)) {
    for (let left = lines; left.length > 0;) {
      if (ended) throw damaged("behind the end");
      if (open) {
        const end = endOfTable(left);
        const rows = left.subarray(0, end ?? left.length);
        whole.update(rows);
        open.add(rows);
        if (rows.length > 0) yield { kind: "rows", bytes: rows };
        left = left.subarray(rows.length);
        if (end === null) continue;
        whole.update(END);
        left = left.subarray(END.length);
        sums.push(open.done());
        open = null;
        yield { kind: "end" };
        continue;
      }
      const line = left.subarray(0, left.indexOf(NEW_LINE) + 1);
      left = left.subarray(line.length);
      const value = jsonOf(line);
      if (!begun) {
        const header = headerIn(value, file);
        begun = true;
        whole.update(line);
        yield { kind: "header", header };
        continue;
      }
      const start = TableStart.safeParse(value);
      if (start.success) {
        whole.update(line);
        open = summing(start.data.table);
        yield { kind: "table", start: start.data };
        continue;
      }
      const manifest = Manifest.safeParse(value).data;
      if (!manifest) throw damaged(`table ${sums.length + 1}`);
      requireEqual(manifest, sums, whole.digest("hex"), damaged);
      ended = true;
      yield { kind: "manifest", manifest };
    }
  }
  if (!begun) throw notOurs(file);
  if (!ended) throw damaged("the end");
}

/** Reads a whole backup and keeps nothing of it: header and manifest of one that is sound. Throws like `readBackup`. */
export async function readWhole(file: string): Promise<{ header: Header; manifest: Manifest }> {
  const found: { header?: Header; manifest?: Manifest } = {};
  for await (const part of readBackup(file)) {
    if (part.kind === "header") found.header = part.header;
    if (part.kind === "manifest") found.manifest = part.manifest;
  }
  if (!found.header || !found.manifest) throw notOurs(file);
  return { header: found.header, manifest: found.manifest };
}

function requireEqual(
  manifest: Manifest,
  sums: readonly TableSum[],
  sha256: string,
  damaged: (where: string) => Error,
) {
  const other = manifest.tables.findIndex((sum, place) => JSON.stringify(sum) !== JSON.stringify(sums[place]));
  if (other >= 0) throw damaged(manifest.tables[other]?.table ?? "");
  if (manifest.tables.length !== sums.length || manifest.sha256 !== sha256) throw damaged("the sum of the whole");
}

function headerIn(value: unknown, file: string): Header {
  const header = Header.safeParse(value);
  if (header.success) return header.data;
  const format: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "format") : null;
  if (typeof format === "number" && format > FORMAT) {
    throw new BackupError(inBothLanguages((t) => t("restore.newer", { file })));
  }
  throw notOurs(file);
}

function notOurs(file: string): BackupError {
  return new BackupError(inBothLanguages((t) => t("restore.no-backup", { file })));
}

/** The file's text in pieces that end with a line; a row is never cut. */
async function* wholeLines(file: string, damaged: (where: string) => Error): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const text = createGunzip({ chunkSize: 256 * 1024 });
  source.on("error", (error) => text.destroy(error));
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of source.pipe(text) as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(NEW_LINE) + 1;
      if (end > 0) yield Buffer.concat([rest, chunk.subarray(0, end)]);
      rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code.startsWith("Z_")) throw damaged(code);
    if (code.startsWith("E") && "syscall" in (error as Error)) {
      throw new BackupError(inBothLanguages((t) => t("restore.unreadable", { file, code })));
    }
    throw error;
  } finally {
    source.destroy();
  }
  if (rest.length > 0) throw damaged("a line");
}

function endOfTable(lines: Buffer): number | null {
  if (lines.subarray(0, END.length).equals(END)) return 0;
  const before = lines.indexOf(`\n${TABLE_END}`);
  return before < 0 ? null : before + 1;
}

function jsonOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    return null;
  }
}
