import postgres from "postgres";
import { afterAll, inject } from "vitest";

/** SQL by hand in the running app's database, for one test file. */
export function useOwnSql(): postgres.Sql {
  const sql = postgres(inject("appDatabase"), { max: 1 });
  // Hooks run in the reverse order, so that what a file cleans up still finds the connection.
  afterAll(() => sql.end());
  return sql;
}
