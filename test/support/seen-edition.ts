import { expect } from "vitest";
import type { Edition } from "@/db/editions";
import { withEditionSnapshot } from "@/db/snapshot";
import { type Arrivals, arrivalsOf } from "@/lib/analysis/arrivals";
import type { ComparedYear } from "@/lib/analysis/comparison";
import { type Crosstab, DIMENSIONS, crosstabOf } from "@/lib/analysis/crosstab";
import type { FlaggedTally, SetAsidePattern } from "@/lib/analysis/doubts";
import { type Results, resultsOf } from "@/lib/analysis/results";
import { responsesCsv } from "@/lib/export/csv";
import { aStaff } from "./a-staff";
import { type CsvRow, rowsOf } from "./slow-results";

/** What a page shows of an edition, and the rows of its CSV of the same moment. */
export interface Seen extends ComparedYear {
  readonly results: Results;
  readonly crosstabs: readonly Crosstab[];
  readonly arrivals: Arrivals;
  readonly setAside: readonly SetAsidePattern[];
  readonly flagged: readonly FlaggedTally[];
  readonly rows: readonly CsvRow[];
}

/** An edition's results as a page shows them, and its rows as the CSV of the same moment has them. */
export function see(edition: Edition): Promise<Seen> {
  return withEditionSnapshot(
    aStaff(),
    edition.id,
    async ({ counts, instrument, asks, responses, talliesBy, ...snapshot }) => {
      let csv = "";
      for await (const chunk of responsesCsv({ instrument, asks }, responses(), "zh-CN")) csv += chunk;
      const crosstabs: Crosstab[] = [];
      for (const by of DIMENSIONS) crosstabs.push(crosstabOf(by, await talliesBy(by)));
      return {
        form: { slug: edition.slug, instrument },
        results: resultsOf(instrument, counts),
        crosstabs,
        groups: crosstabs[0]?.rows ?? [],
        arrivals: arrivalsOf(await snapshot.arrivals()),
        setAside: snapshot.setAside(),
        flagged: await snapshot.flagged(),
        rows: rowsOf(csv),
      };
    },
  );
}

/** Equal to the digit, and to the tenth decimal where a number is no whole one. */
export function expectSame(found: unknown, slow: unknown) {
  const rounded = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, one) => (typeof one === "number" ? Number(one.toFixed(10)) + 0 : one));
  expect(rounded(found)).toMatchObject(rounded(slow) as object);
}
