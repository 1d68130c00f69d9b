import type postgres from "postgres";

/** What a look leaves: its line in the log of looks, what is counted against guessing, and sign-ins begun or run out. */
export const LEFT_BY_LOOKS: readonly string[] = [
  "audit_event",
  "sender_salt",
  "sender_tally",
  "server_secret",
  "staff_verification",
];

/** How many rows each table has, and a digest of them, by table; without the tables of `except`. */
export async function rowSums(sql: postgres.Sql, except: readonly string[]): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    const [row] = await sql`
      select count(*) as count, md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum from ${sql(name)} t`;
    found[name] = `${row?.count} rows, ${row?.sum}`;
  }
  return found;
}
