import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { inBothLanguages } from "@/lib/messages/operator";
import { BackupError } from "./error";
import type { TableStart } from "./format";
import { type Part, readBackup } from "./read";

/** Loads every table of a backup into tables that are there and empty. Throws like `readBackup`, and on rows refused. */
export async function load(tx: postgres.TransactionSql, file: string): Promise<void> {
  const parts = readBackup(file);
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    if (next.value.kind === "table") await loadTable(tx, next.value.start, parts);
  }
}

async function loadTable(tx: postgres.TransactionSql, { table, columns }: TableStart, parts: AsyncGenerator<Part>) {
  const refusals: unknown[] = [];
  try {
    const [written] = await tx<{ statement: string }[]>`
      select format('copy public.%I (%s) from stdin', ${table}::text,
        (select string_agg(format('%I', name), ', ' order by place)
          from unnest(${[...columns]}::text[]) with ordinality as named (name, place))) as statement`;
    const copy = await tx.unsafe(written?.statement ?? "").writable();
    copy.on("error", (error) => refusals.push(error));
    await pipeline(rowsIn(parts), copy, { end: false });
    copy.end();
    // Refused at the end of the COPY, a row fails no stream of the driver's; the next query says it.
    await tx`select 1`;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    // Postgres quotes the row in its message, which is somebody's answer.
    const code = String((refusals[0] as { code?: unknown } | undefined)?.code ?? (error as { code?: unknown }).code);
    throw new BackupError(inBothLanguages((t) => t("restore.refused", { table, code })));
  }
}

/** The rows of the table whose start has just come. */
async function* rowsIn(parts: AsyncGenerator<Part>): AsyncGenerator<Buffer> {
  for (let next = await parts.next(); !next.done && next.value.kind !== "end"; next = await parts.next()) {
    if (next.value.kind === "rows") yield next.value.bytes;
  }
}
