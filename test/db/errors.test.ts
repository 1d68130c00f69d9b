import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { closeDatabase, connect, database } from "@/db/client";
import { StorageError, isStorageFailure } from "@/db/errors";
import { insertResponse } from "@/db/responses";
import { staffSession } from "@/db/schema/staff";
import { aResponse } from "@/test/support/a-response";
import { theEdition } from "@/test/support/editions";

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const SECRET = "绝不可记录的原文";
/** Everything that a log could take from an error. */
const printed = (error: unknown) => {
  const { message, stack, ...rest } = error as Error;
  return [message, stack, JSON.stringify(rest), String((error as Error).cause)].join("\n");
};

describe("an error of the database", () => {
  test.each([
    ["a query", () => database().execute(sql`select ${SECRET}::int`)],
    [
      "a built query",
      () =>
        database()
          .insert(staffSession)
          .values({ id: SECRET, token: SECRET } as never),
    ],
    ["a transaction", () => database().transaction((tx) => tx.execute(sql`select ${SECRET}::uuid`))],
  ])("in %s keeps its code and statement and none of its parameters", async (_, work) => {
    const error = await failureOf(work());
    expect(error).toBeInstanceOf(StorageError);
    expect(printed(error)).not.toContain(SECRET);
    expect((error as StorageError).statement).toMatch(/select|insert/);
    expect(isStorageFailure(error)).toBe(false);
  });

  test("that can't be reached is a failure that may pass", async () => {
    const nowhere = connect("postgres://nobody:nothing@127.0.0.1:1/none", 1);
    const error = await failureOf(nowhere.execute(sql`select ${SECRET}`));
    expect(isStorageFailure(error)).toBe(true);
    expect(printed(error)).not.toContain(SECRET);
    await nowhere.$client.end();
  });

  test("while a response is kept says nothing of the response", async () => {
    const edition = await theEdition();
    const content = { ...aResponse({ overall: 5 }), verbatims: { advice: SECRET, ["x".repeat(10)]: "" } };
    const error = await failureOf(insertResponse(edition, content, "zh-CN", new Date()));
    expect(error).toBeInstanceOf(StorageError);
    expect(printed(error)).not.toContain(SECRET);
    await closeDatabase();
  });
});
