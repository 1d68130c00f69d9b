import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { named, prepareSql, together } from "@/db/pipeline";

test("statements that were sent at once run in their order, and give what each gives", async () => {
  await database().transaction(async (tx) => {
    const set = prepareSql(tx, "set-pipelined", sql`select set_config('app.pipelined', 'yes', true)`).execute();
    const read = prepareSql(tx, "read-pipelined", sql`select current_setting('app.pipelined', true) as it`).execute();
    expect((await together([set, null, read]))[2]).toMatchObject([{ it: "yes" }]);
  });
});

test("of statements that were sent at once, what the first failed with is told once all have ended", async () => {
  const ended: string[] = [];
  const work = database().transaction(async (tx) => {
    const fail = prepareSql(tx, "fail-pipelined", sql`select 1 / (select 0)`).execute();
    const after = prepareSql(tx, "after-pipelined", sql`select 1`)
      .execute()
      .finally(() => ended.push("after"));
    return together([fail, after]);
  });
  await expect(work).rejects.toMatchObject({ code: "22012" });
  expect(ended).toEqual(["after"]);
});

test("a named statement is written once, runs on any connection, and is prepared once on each", async () => {
  let written = 0;
  const naming = named((db) => {
    written += 1;
    return prepareSql(db, "named-once", sql`select ${sql.placeholder("value")}::int as pipelined`);
  });
  const other = await database().transaction((tx) => naming(tx).execute({ value: 7 }));
  expect([...other]).toEqual([{ pipelined: 7 }]);
  const prepared = await database().transaction(async (tx) => {
    for (let value = 0; value < 3; value += 1) await naming(tx).execute({ value });
    return tx.execute(sql`select statement from pg_prepared_statements where statement like '%as pipelined'`);
  });
  expect(prepared).toHaveLength(1);
  expect(written).toBe(1);
});
