import type { Edition } from "@/db/editions";
import { withEditionSnapshot } from "@/db/snapshot";
import { resultsOf } from "@/lib/analysis/results";
import { type Part, hidesWords, notedPart } from "@/lib/analysis/results-filter";
import type { Staff } from "@/lib/staff";
import { noteLook } from "../results/read-results";
import { requestedVerbatims } from "./requested-verbatims";
import { A_PAGE } from "./verbatim-pages";

interface AskedVerbatims {
  readonly item: string | undefined;
  readonly after: string | undefined;
  readonly filter: Part;
}

/** A page of verbatims of a part of a round, one more where there is a next page, and the counts of the same moment. */
export async function readVerbatims(staff: Staff, edition: Edition, { item, after, filter }: AskedVerbatims) {
  const read = await withEditionSnapshot(
    staff,
    edition.id,
    async ({ counts, instrument, verbatims }) => {
      const asked = requestedVerbatims(instrument, item, after);
      const results = resultsOf(instrument, counts);
      const isHidden = hidesWords(filter, results.valid);
      const found = isHidden ? [] : await verbatims(asked.item, { after: asked.after, limit: A_PAGE + 1 });
      return { ...asked, found, results };
    },
    filter,
  );
  await noteLook(staff, edition, notedPart(filter));
  return read;
}
