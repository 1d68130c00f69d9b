import type { Edition } from "@/db/editions";
import type { Results } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";

/** What every part of the results page shows: the same results, of the same edition, in the same language. */
export interface ResultsView {
  readonly results: Results;
  readonly edition: Edition;
  readonly locale: Locale;
}
