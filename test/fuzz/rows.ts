import type postgres from "postgres";

/**
 * What looks and tries may write by design: the log of looks, sessions that end, tallies of senders and of wrong
 * passwords, what waits for a second step, and figures that are made when a viewer first looks.
 */
const WRITTEN_BY_LOOKING = [
  "audit_event",
  "staff_session",
  "sender_salt",
  "sender_tally",
  "sign_in_brake",
  "staff_verification",
  "server_secret",
  "viewer_figures",
  "viewer_batch",
];

/** A digest of the rows of every table that a bad request has no business in, by table. */
export async function fingerprints(sql: postgres.Sql): Promise<Record<string, string>> {
  const tables = await sql`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    if (WRITTEN_BY_LOOKING.includes(name)) continue;
    const [row] =
      await sql`select count(*) as count, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
      from ${sql(name)} t`;
    found[name] = `${row?.count} rows, ${row?.digest}`;
  }
  return found;
}

/** The tables that are not as they were, in words. */
export function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.keys({ ...before, ...after })
    .filter((table) => before[table] !== after[table])
    .map((table) => `${table}: ${before[table]} → ${after[table]}`);
}
