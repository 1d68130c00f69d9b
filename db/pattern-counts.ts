import { type GetColumnData, type SQL, and, eq, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "./client";
import { response } from "./schema/survey";

const PATTERN = sql.identifier(response.ratingPattern.name);

/**
 * Patterns of ratings with their counts as one text, `54453 12,5-443 7` (`patternsIn` reads it), of rows that are already grouped by
 * `rating_pattern` and have `n`: tens of thousands of rows would cost more on the way than in the database.
 */
export const patternCounts: SQL<string> = sql<string>`string_agg(${PATTERN} || ' ' || n, ',')`;

/** Such a text, of how many responses it is, and of which kind. */
type CountedPatterns<Kinds extends Record<string, PgColumn>> = { readonly text: string; readonly count: number } & {
  readonly [Name in keyof Kinds]: GetColumnData<Kinds[Name]>;
};

/** Counts patterns by columns (`kinds`) in one pass, within a snapshot. `of` is what follows `from`. */
export async function countPatterns<Kinds extends Record<string, PgColumn>>(
  tx: Transaction,
  kinds: Kinds,
  of: SQL,
): Promise<CountedPatterns<Kinds>[]> {
  const columns = Object.entries(kinds).map(([name, column]) => ({ name: sql.identifier(name), column }));
  const named = sql.join(
    columns.map(({ name, column }) => sql`${column} as ${name}`),
    sql`, `,
  );
  const names = sql.join(
    columns.map(({ name }) => name),
    sql`, `,
  );
  const rows = await tx.execute(sql`
    select ${names}, ${patternCounts} as text, sum(n)::int as count
    from (
      select ${names}, ${PATTERN}, count(*) as n
      from (select ${named}, ${response.ratingPattern} from ${of}) counted
      group by ${names}, ${PATTERN}) patterns
    group by ${names}`);
  return rows as unknown as CountedPatterns<Kinds>[];
}

/**
 * Counts patterns by the values that one column may have (null for none), those without a response left out. Each value is
 * a pass of its own, which Postgres gives to one of its cores, so that nothing is left to add up behind them: for what an
 * index answers that begins with `condition` and has the column next.
 */
export async function countPatternsOfEach<Value extends string | null>(
  tx: Transaction,
  column: PgColumn,
  values: readonly Value[],
  condition: SQL | undefined,
): Promise<{ value: Value; text: string; count: number }[]> {
  if (values.length === 0) return [];
  const passes = values.map((value) => {
    const has = value === null ? isNull(column) : eq(column, value);
    return sql`
      select ${value}::text as value, ${patternCounts} as text, sum(n)::int as count
      from (
        select ${PATTERN}, count(*) as n from ${response} where ${and(condition, has)} group by ${PATTERN}) patterns
      having count(*) > 0`;
  });
  return tx.execute<{ value: Value; text: string; count: number }>(sql.join(passes, sql` union all `));
}
