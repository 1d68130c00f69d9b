import { stringify } from "csv-stringify/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "@/lib/export/csv";
import { guarded } from "@/lib/export/formula-guard";
import { hostileText, whole } from "./export-samples";

const cell = fc.oneof(hostileText, fc.constant(""), fc.integer(), fc.double({ noNaN: true }), fc.constant(null));

test("records are, to the character, what csv-stringify makes of the guarded cells", async () => {
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const ready = rows.map((row) => row.map((one) => (typeof one === "string" ? guarded(one) : one)));
      const expected = stringify([["a"], ...ready], { record_delimiter: "\r\n", quote_record_delimiter: true });
      const chunks = csvOf(
        ["a"],
        (async function* () {
          yield* rows;
        })(),
      );
      expect((await whole(chunks)).toString("utf8")).toBe(Buffer.from(`\uFEFF${expected}`).toString("utf8"));
    }),
  );
});
