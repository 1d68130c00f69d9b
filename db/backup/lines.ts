import { createHash } from "node:crypto";
import type postgres from "postgres";
import { inBothLanguages } from "@/lib/messages/operator";
import { BackupError } from "./error";
import { FORMAT, type Header, type Manifest, TABLE_END, type TableStart, type TableSum } from "./format";
import { summing } from "./sum";
import { listTables, rowsOf, writeAlike } from "./tables";

const ATTEMPTS = 5;

/** The bytes of a backup before compression; `told` is given the manifest when the last of them was made. */
export type BackupLines = AsyncGenerator<Buffer, void>;

/**
 * Opens the one snapshot that everything in a backup is of, and gives its lines to `write`. Tables are locked against
 * changes of their schema, not against answers, before the snapshot is taken. Throws `BackupError` on a database that no
 * migration of ours has made.
 */
export async function withBackupLines(
  client: postgres.Sql,
  program: string,
  write: (lines: BackupLines) => Promise<void>,
): Promise<{ header: Header; manifest: Manifest }> {
  const [ours] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as made`;
  if (!ours?.made) throw new BackupError(inBothLanguages((t) => t("backup.foreign")));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await listTables(client);
    const taken = await client.begin("isolation level repeatable read read only", async (tx) => {
      // First, since the first query takes the snapshot.
      await tx.unsafe(`lock table ${before.map(({ place }) => place).join(", ")} in access share mode`);
      await writeAlike(tx);
      const header = await headerOf(tx, program);
      const tables = await listTables(tx);
      if (JSON.stringify(tables) !== JSON.stringify(before)) return null;
      const told: { manifest?: Manifest } = {};
      await write(linesOf(tx, header, tables, (manifest) => (told.manifest = manifest)));
      return told.manifest ? { header, manifest: told.manifest } : null;
    });
    if (taken) return taken as { header: Header; manifest: Manifest };
  }
  throw new BackupError(inBothLanguages((t) => t("backup.changing")));
}

async function headerOf(tx: postgres.TransactionSql, program: string): Promise<Header> {
  const [now] = await tx<{ snapshot: string; takenAt: string; postgres: string }[]>`
    select pg_current_snapshot()::text as snapshot, to_char(statement_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt",
      current_setting('server_version') as postgres`;
  const migrations = await tx<{ when: string }[]>`
    select created_at as when from drizzle.__drizzle_migrations order by created_at`;
  if (!now) throw new Error("no snapshot");
  return {
    backup: "report-feedback",
    format: FORMAT,
    takenAt: now.takenAt,
    snapshot: now.snapshot,
    program,
    postgres: now.postgres,
    migrations: migrations.map(({ when }) => Number(when)),
  };
}

async function* linesOf(
  tx: postgres.TransactionSql,
  header: Header,
  tables: Awaited<ReturnType<typeof listTables>>,
  tell: (manifest: Manifest) => void,
): BackupLines {
  const hash = createHash("sha256");
  const hashed = (piece: Buffer | string) => {
    hash.update(piece);
    return Buffer.from(piece);
  };
  const line = (value: Header | TableStart) => hashed(`${JSON.stringify(value)}\n`);
  yield line(header);
  const sums: TableSum[] = [];
  for (const table of tables) {
    yield line({ table: table.name, columns: [...table.columns] });
    const sum = summing(table.name);
    for await (const piece of rowsOf(tx, table)) {
      sum.add(piece);
      yield hashed(piece);
    }
    sums.push(sum.done());
    yield hashed(TABLE_END);
  }
  const sequences = await tx<{ name: string; last: string | null }[]>`
    select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`;
  const manifest = { tables: sums, sequences: [...sequences], sha256: hash.digest("hex") };
  yield Buffer.from(`${JSON.stringify(manifest)}\n`);
  tell(manifest);
}
