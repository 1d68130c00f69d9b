import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { FORBIDDEN, UNGUARDED } from "@/test/support/forbidden-statements";

describe("every table that hangs on an edition or on an answer", () => {
  const VERBS = { insert: 4, delete: 8, update: 16, truncate: 32 } as const;

  test("is guarded against every verb, also in a session that says it is a replica, or says why not", async () => {
    const guards = await readGuards();
    const open = guards.flatMap(({ table, verbs }) =>
      Object.entries(VERBS).flatMap(([verb, bit]) => (verbs & bit ? [] : [`${table}: ${verb}`])),
    );
    const excused = guards.flatMap(({ table }) =>
      Object.keys(VERBS).flatMap((verb) =>
        [`${table}: ${verb}`].filter((one) => table in UNGUARDED || one in UNGUARDED),
      ),
    );
    expect(open).toEqual(excused);
  });

  test("is tried here by hand with every verb that is refused", async () => {
    const tried = FORBIDDEN.map(([, statement]) => textOf(statement));
    const missing = (await readGuards()).flatMap(({ table }) =>
      Object.keys(VERBS)
        .map((verb) => `${table}: ${verb}`)
        .filter((one) => !(table in UNGUARDED) && !(one in UNGUARDED))
        .filter((one) => !tried.some((text) => wordsOf(one).test(text))),
    );
    expect(missing).toEqual([]);
  });

  const textOf = (statement: SQL) => new PgDialect().sqlToQuery(statement).sql;
  const wordsOf = (one: string) => {
    const [table, verb] = one.split(": ");
    return new RegExp(`^\\s*${verb}( into| from)? ${table}\\b`);
  };

  /** What refers to an edition, or to what does, and for which verbs (bits of tgtype) a BEFORE trigger always fires. */
  const readGuards = () =>
    database().execute(sql`
      with recursive hanging (id) as (
        select 'edition'::regclass::oid union select 'response'::regclass union select 'viewer_batch'::regclass
        union select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.id where c.contype = 'f')
      select h.id::regclass::text as table, coalesce(bit_or(t.tgtype::int), 0) as verbs
      from hanging h left join pg_trigger t
        on t.tgrelid = h.id and t.tgenabled = 'A' and not t.tgisinternal and t.tgtype & 2 <> 0
      group by h.id order by 1`) as unknown as Promise<{ table: string; verbs: number }[]>;
});
