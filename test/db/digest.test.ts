import { type SQL, inArray, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { digestOf } from "@/db/digest";
import { staff } from "@/db/schema/staff";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const digestsOf = (where?: SQL) =>
  database()
    .select({ which: digestOf(staff.id) })
    .from(staff)
    .where(where);
const digest = async (...numbers: number[]) => (await digestsOf(inArray(staff.id, numbers.map(id))))[0]?.which;

describe("a digest of rows", () => {
  test("tells rows from as many others, from fewer and from none, and says nothing of their order", async () => {
    for (const n of [3, 1, 4, 2]) {
      await database().execute(
        sql`insert into staff (id, name, email, role) values (${id(n)}, '王', ${`${n}@example.cn`}, 'viewer')`,
      );
    }
    const sets = [[], [1], [2], [1, 2], [3, 4], [1, 2, 3], [1, 2, 3, 4]];
    const digests = await Promise.all(sets.map((set) => digest(...set)));
    expect(new Set(digests).size).toBe(sets.length);
    expect(digests.every((each) => /^[0-9a-f]{64}$/.test(each ?? ""))).toBe(true);
    await database().execute(sql`update staff set name = '李' where id = ${id(1)}`);
    expect(await digest(2, 1)).toBe(digests[3]);
  });

  test("is made in passing: nothing is sorted or gathered for it", async () => {
    const plan = await database().execute(sql`explain (verbose) ${digestsOf().getSQL()}`);
    const lines = plan.map((row) => String(Object.values(row)[0])).join("\n");
    expect(lines).toContain("Aggregate");
    expect(lines).not.toMatch(/Sort|_agg/);
  });
});
