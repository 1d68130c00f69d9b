import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { executeNamed, together } from "@/db/pipeline";

test("statements that were sent at once run in their order, and give what each gives", async () => {
  await database().transaction(async (tx) => {
    const set = executeNamed(tx, "set-pipelined", sql`select set_config('app.pipelined', 'yes', true)`);
    const read = executeNamed(tx, "read-pipelined", sql`select current_setting('app.pipelined', true) as it`);
    expect((await together([set, null, read]))[2]).toMatchObject([{ it: "yes" }]);
  });
});

test("of statements that were sent at once, what the first failed with is told once all have ended", async () => {
  const ended: string[] = [];
  const work = database().transaction(async (tx) => {
    const fail = executeNamed(tx, "fail-pipelined", sql`select 1 / (select 0)`);
    const after = executeNamed(tx, "after-pipelined", sql`select 1`).finally(() => ended.push("after"));
    return together([fail, after]);
  });
  await expect(work).rejects.toMatchObject({ code: "22012" });
  expect(ended).toEqual(["after"]);
});

test("a named statement is prepared once on its connection", async () => {
  const prepared = await database().transaction(async (tx) => {
    for (let time = 0; time < 3; time += 1) await executeNamed(tx, "named-once", sql`select ${time}::int as pipelined`);
    return tx.execute(sql`select statement from pg_prepared_statements where statement like '%as pipelined'`);
  });
  expect(prepared).toHaveLength(1);
});
