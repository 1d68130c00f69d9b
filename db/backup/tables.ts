import type postgres from "postgres";

/** A table as a backup takes it: columns that Postgres computes are left out, it computes them again. */
export interface BackupTable {
  readonly name: string;
  /** Its name with its schema, quoted. */
  readonly place: string;
  readonly columns: readonly string[];
  /** Its rows in the order of its key, so that the same rows are always the same bytes. */
  readonly copyOut: string;
  /** The other tables that it points to. */
  readonly parents: readonly string[];
}

type Session = postgres.Sql | postgres.TransactionSql;

/**
 * The tables of a database, parents before the children that point to them. Those that are UNLOGGED are left out: what
 * stands there is to be forgotten, and no backup keeps it (db/schema/sender.ts). Throws on a circle of foreign keys.
 */
export async function listTables(sql: Session): Promise<BackupTable[]> {
  const rows = await sql<BackupTable[]>`
    select c.relname as name, format('public.%I', c.relname) as place,
      array(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum)::text[] as columns,
      format('copy (select %s from public.%I order by %s) to stdout',
        (select string_agg(format('%I', a.attname), ', ' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
        c.relname,
        coalesce((select string_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end,
            ', ' order by array_position(i.indkey::int[], a.attnum::int))
          from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
          where i.indrelid = c.oid and i.indisprimary), '1')) as "copyOut",
      array(select p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid)::text[] as parents
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`;
  const sorted: BackupTable[] = [];
  let left = [...rows];
  while (left.length > 0) {
    const names = left.map(({ name }) => name);
    const free = left.filter(({ parents }) => !parents.some((parent) => names.includes(parent)));
    if (free.length === 0) throw new Error(`foreign keys in a circle: ${names.join(", ")}`);
    sorted.push(...free);
    left = left.filter((row) => !free.includes(row));
  }
  return sorted;
}

/** Has the transaction write every value in one way, whatever the server's and the role's own settings. */
export async function writeAlike(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local row_security = off;
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`.simple();
}

const PIECE_BYTES = 256 * 1024;

/** A table's rows as COPY writes them, in pieces of whole rows; Postgres sends them as they are taken. */
export async function* rowsOf(tx: postgres.TransactionSql, { copyOut }: BackupTable): AsyncGenerator<Buffer> {
  const rows = await tx.unsafe(copyOut).readable();
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const row of rows as AsyncIterable<Buffer>) {
    pieces.push(row);
    size += row.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  // The driver pauses its socket at a full stream, and a stream that has ended never asks it to go on.
  // oxlint-disable-next-line no-underscore-dangle
  rows._read(0);
  if (size > 0) yield Buffer.concat(pieces);
}
