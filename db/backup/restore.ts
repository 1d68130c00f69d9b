import type postgres from "postgres";
import { inBothLanguages } from "@/lib/messages/operator";
import { pendingMigrations, runIn } from "../apply-migrations";
import { connect } from "../client";
import { prepareDatabase, requireServerVersion } from "../migrate";
import { type Migration, readMigrations } from "../migration-files";
import { inMigrationTurn } from "../migration-turn";
import { BackupError } from "./error";
import type { Header, Manifest, TableSum } from "./format";
import { load } from "./load";
import { readWhole } from "./read";
import { summing } from "./sum";
import { listTables, rowsOf, writeAlike } from "./tables";
import { withoutTriggers } from "./triggers";

const LARGE = 1000;

/**
 * Restores a backup into an empty database: first every sum of the file is checked; then, in one transaction, the schema
 * is made as it was, the rows are loaded, and read back until their sums are the file's; then the migrations since are
 * applied. Throws `BackupError`, with the database as empty as before, when the file is damaged or of a newer program, and
 * when the database is not empty.
 */
export async function restoreBackup(url: string, file: string): Promise<{ header: Header; manifest: Manifest }> {
  const { header, manifest } = await readWhole(file);
  const { $client: client } = connect(url, 2);
  try {
    await requireServerVersion(client);
    const migrations = migrationsOf(header, await readMigrations(), file);
    await inMigrationTurn(client, () =>
      client.begin(async (tx) => {
        await writeAlike(tx);
        await requireEmpty(tx);
        await pendingMigrations(tx, migrations);
        for (const migration of migrations) await runIn(tx, migration);
        await withoutTriggers(tx, () => load(tx, file));
        for (const { name, last } of manifest.sequences) {
          if (last !== null) await tx`select setval(${name}::text::regclass, ${last}::text::bigint)`;
        }
        await requireSame(tx, manifest);
      }),
    );
    await prepareDatabase(url);
    // Counts are read from indexes alone only where a table has been vacuumed.
    const large = manifest.tables.filter(({ rows }) => rows >= LARGE).map(({ table }) => table);
    for (const table of large) await client`vacuum (analyze) public.${client(table)}`;
  } finally {
    await client.end({ timeout: 5 });
  }
  return { header, manifest };
}

/** The migrations that the backup's database had, all of which this program has to have, and none between left out. */
function migrationsOf(header: Header, known: readonly Migration[], file: string): Migration[] {
  const had = known.slice(0, header.migrations.length);
  if (had.some(({ when }, place) => when !== header.migrations[place]) || had.length < header.migrations.length) {
    throw new BackupError(inBothLanguages((t) => t("restore.newer", { file })));
  }
  return had;
}

async function requireEmpty(tx: postgres.TransactionSql): Promise<void> {
  const rows = await tx<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`;
  if (rows.length === 0) return;
  const found = rows.slice(0, 3).map(({ name }) => name);
  throw new BackupError(inBothLanguages((t) => t("restore.not-empty", { found: found.join(", "), n: rows.length })));
}

/** Reads everything back: what the restored database would be backed up as is what the file holds, to the byte. */
async function requireSame(tx: postgres.TransactionSql, { tables }: Manifest): Promise<void> {
  const restored: TableSum[] = [];
  for (const table of await listTables(tx)) {
    const sum = summing(table.name);
    for await (const piece of rowsOf(tx, table)) sum.add(piece);
    restored.push(sum.done());
  }
  const other = tables.find((sum) => !restored.some((one) => JSON.stringify(one) === JSON.stringify(sum)));
  const table = other?.table ?? (restored.length === tables.length ? null : "?");
  if (table) throw new BackupError(inBothLanguages((t) => t("restore.differs", { table })));
}
