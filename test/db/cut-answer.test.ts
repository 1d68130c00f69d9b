import { once } from "node:events";
import { type AddressInfo, connect as connectTo, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { isStorageFailure } from "@/db/errors";

const MARK = "断在此处𠮷";
const url = new URL(process.env.DATABASE_URL ?? "");

/** As a server that is told to stop between the rows of an answer and its end. */
const FATAL = Buffer.from("E\0\0\0\x1cSFATAL\0C57P01\0Mstop now\0\0", "latin1");
FATAL.writeUInt32BE(FATAL.length - 1, 1);

/** Stands between the driver and the database, and breaks off the first answer that holds the mark, behind its row. */
let armed = true;
const wire = createServer((socket) => {
  const onward = connectTo(Number(url.port), url.hostname);
  socket.pipe(onward);
  onward.on("data", (chunk: Buffer) => {
    const at = armed ? chunk.indexOf(Buffer.from(MARK)) : -1;
    if (at < 0) return void socket.write(chunk);
    armed = false;
    socket.end(Buffer.concat([chunk.subarray(0, at + Buffer.byteLength(MARK)), FATAL]));
    onward.destroy();
  });
  socket.on("error", () => {}).on("close", () => onward.destroy());
  onward.on("error", () => {});
});
beforeAll(async () => {
  wire.listen(0, "127.0.0.1");
  await once(wire, "listening");
});
afterAll(() => void wire.close());

test("after an answer that was cut off behind a row, no later one is read as if its first row were not there", async () => {
  const through = Object.assign(new URL(url), { port: String((wire.address() as AddressInfo).port) });
  const pool = connect(through.href, 1);
  const ask = async (word: string) => {
    const [row] = await pool.execute<{ word: string }>(sql`select ${word}::text as word`);
    return row?.word;
  };
  expect(await ask("一")).toBe("一");
  await expect(ask(MARK)).rejects.toThrow("the database failed");
  const told: unknown[] = [];
  for (const word of ["二", "三", "四", "五"]) {
    told.push(await ask(word).catch((error: unknown) => (isStorageFailure(error) ? "told to try again" : error)));
  }
  for (const [place, word] of ["二", "三", "四", "五"].entries())
    expect([word, "told to try again"]).toContain(told[place]);
  expect(told.slice(2)).toEqual(["四", "五"]);
  await pool.$client.end({ timeout: 1 });
});
