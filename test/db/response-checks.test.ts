import { randomBytes, randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { insertResponse } from "@/db/responses";
import { aResponse } from "@/test/support/a-response";
import { anEdition, theEdition } from "@/test/support/editions";

/** Writes a row past all of our code, with some of its columns replaced. */
async function insertRow(changes: Record<string, SQL> = {}): Promise<void> {
  const { id, instrumentId } = await theEdition();
  const row: Record<string, SQL> = {
    id: sql`${randomUUID()}`,
    edition_id: sql`${id}`,
    instrument_id: sql`${instrumentId}`,
    idempotency_hash: sql`${randomBytes(32).toString("hex")}`,
    receipt_hash: sql`${randomBytes(32).toString("hex")}`,
    received_on: sql`'2025-06-01'`,
    locale: sql`'en'`,
    ratings: sql`'{5,4,3,2,1}'::smallint[]`,
    ...changes,
  };
  const columns = sql.join(
    Object.keys(row).map((name) => sql.identifier(name)),
    sql`, `,
  );
  await database().execute(sql`insert into response (${columns}) values (${sql.join(Object.values(row), sql`, `)})`);
}

const refusal = (code: string) => ({ code });
const [CHECK, NOT_NULL, UNIQUE, FOREIGN] = ["23514", "23502", "23505", "23503"];

describe("the database", () => {
  test("takes a row with every rating missing, and every status with its reason", async () => {
    await expect(insertRow({ ratings: sql`'{NULL,NULL,NULL,NULL,NULL}'::smallint[]` })).resolves.toBeUndefined();
    await expect(insertRow({ status: sql`'excluded'`, status_reason: sql`'test'` })).resolves.toBeUndefined();
  });

  test.each<[string, Record<string, SQL>, string]>([
    ["rating 0", { ratings: sql`'{0,4,3,2,1}'::smallint[]` }, CHECK!],
    ["rating 6", { ratings: sql`'{5,4,3,2,6}'::smallint[]` }, CHECK!],
    ["a rating below zero beside a missing one", { ratings: sql`'{NULL,-1}'::smallint[]` }, CHECK!],
    ["rating 6 behind a missing one", { ratings: sql`'{NULL,6}'::smallint[]` }, CHECK!],
    ["no ratings", { ratings: sql`null` }, NOT_NULL!],
    ["no day", { received_on: sql`null` }, NOT_NULL!],
    ["a language nobody reads", { locale: sql`'fr'` }, CHECK!],
    ["a channel that is no word", { channel: sql`'We Chat'` }, CHECK!],
    ["an unknown status", { status: sql`'lost'`, status_reason: sql`'x'` }, CHECK!],
    ["a status without its reason", { status: sql`'excluded'` }, CHECK!],
    ["an instrument that is not there", { instrument_id: sql`${randomUUID()}` }, FOREIGN!],
  ])("refuses %s", async (_, changes, code) => {
    await expect(insertRow(changes)).rejects.toMatchObject(refusal(code));
  });

  test.each(["idempotency_hash", "receipt_hash"])("refuses a second row with the same %s", async (column) => {
    await insertRow({ [column]: sql`${column}` });
    await expect(insertRow({ [column]: sql`${column}` })).rejects.toMatchObject(refusal(UNIQUE!));
  });

  test("refuses an instrument of another edition", async () => {
    const other = await anEdition({ slug: "2023" });
    await expect(insertRow({ instrument_id: sql`${other.instrumentId}` })).rejects.toMatchObject(refusal(FOREIGN!));
  });

  test("refuses an empty text, one of 2,001 characters, and to drop an answer with its texts", async () => {
    await insertResponse(await theEdition(), aResponse({ advice: "好" }), "en", new Date());
    for (const content of ["", "𠮷".repeat(2001)])
      await expect(database().execute(sql`update verbatim set content = ${content}`)).rejects.toMatchObject(
        refusal(CHECK!),
      );
    await expect(database().execute(sql`delete from response`)).rejects.toMatchObject(refusal(FOREIGN!));
  });
});
