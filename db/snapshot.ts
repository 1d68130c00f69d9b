import type { Dimension, DimensionTally } from "@/lib/analysis/crosstab";
import { plus, tallyOf } from "@/lib/analysis/crosstab-tally";
import type { DayCount } from "@/lib/analysis/crowded-days";
import type { FlaggedTally, SetAsidePattern } from "@/lib/analysis/doubts";
import type { EditionCounts } from "@/lib/analysis/results";
import { EVERYBODY, type Part } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import type { Staff } from "@/lib/staff";
import { type Instrument, ratingItemsOf } from "@/lib/survey/instrument";
import type { Unsealing } from "@/lib/survey/edition-life";
import { type Asks, askedIn } from "@/lib/survey/optional-question";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import type { ResponseStatus } from "@/lib/survey/response-status";
import type { Rating } from "@/lib/survey/scale";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import type { Topic } from "@/lib/survey/topic";
import { type ArrivalCounts, selectArrivals, selectDayCounts } from "./arrivals";
import {
  countVersions,
  countWords,
  countsOf,
  groupTalliesIn,
  publishedVersions,
  setAsideIn,
  wholeForm,
} from "./count-edition";
import { selectDimensionTallies } from "./dimension-tallies";
import { readHaste } from "./flag-conditions";
import { selectFlagged } from "./flagged";
import { type ReadingPlace, readAnywhere } from "./replica";
import { readBatches } from "./response-batches";
import { selectUnsealings } from "./unsealings";
import { type Verbatim, type VerbatimPage, selectVerbatims } from "./verbatims";

/** A response as the department reads it. `ratings` in the order of its instrument's rating items, texts by item key. */
export interface StoredResponse {
  readonly id: string;
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly channel: string | null;
  readonly status: ResponseStatus;
  readonly statusReason: string | null;
  /** In the order of `QUALITY_FLAGS`. */
  readonly flags: readonly QualityFlag[];
  /** As `keptSeconds` has it; null where it was not timed. */
  readonly readingSeconds: number | null;
  readonly ratings: readonly Rating[];
  readonly verbatims: Readonly<Record<string, string>>;
  readonly stakeholderGroup: StakeholderGroup | null;
  /** In no order. */
  readonly topics: readonly Topic[];
  readonly quoteConsent: boolean | null;
}

/** One moment of an edition, or of a part of its responses: counts and responses agree, however many answers arrive meanwhile. */
export interface EditionSnapshot {
  readonly counts: EditionCounts;
  /** The newest version of the edition's form, and at its end the items that only earlier answered versions asked. */
  readonly instrument: Instrument;
  /** What any version of the edition's form asked besides its items: the columns that its answers need. */
  readonly asks: Asks;
  /** Every time the edition's seal was broken. */
  readonly unsealings: readonly Unsealing[];
  /** Every response of the edition but the withdrawn ones, which hold no answers, in key order; in batches, so that memory does not grow with their number. */
  responses(): AsyncGenerator<readonly StoredResponse[]>;
  /** The valid responses' ratings by a dimension; those by group are counted already. */
  talliesBy(dimension: Dimension): Promise<DimensionTally[]>;
  /** A stretch of the valid responses' verbatims on an open item, newest day first. */
  verbatims(item: string, page: VerbatimPage): Promise<Verbatim[]>;
  /** The ratings of what is kept and not counted. For analysts: it may be few. */
  setAside(): SetAsidePattern[];
  /** The ratings of what is counted and has a flag. For analysts. */
  flagged(): Promise<FlaggedTally[]>;
  /** When the valid responses came. For analysts: a week tells much of few, and a day more. */
  arrivals(): Promise<ArrivalCounts>;
  /** Says that something of the snapshot was shown already: then nothing is read again elsewhere, of another moment. */
  handOut(): void;
  /** How many valid responses of each group came on some days, of everybody. For analysts. */
  dayCounts(days: readonly string[]): Promise<DayCount[]>;
}

/**
 * Reads an edition at one moment, in a read-only transaction that lasts as long as `read`. For signed-in staff only.
 * Of a part of its responses everything is as if there were no others; parts are for analysts.
 * `asOf` is the moment of the snapshot by the database's clock.
 */
export async function withEditionSnapshot<T>(
  _staff: Staff,
  editionId: string,
  read: (snapshot: EditionSnapshot) => Promise<T>,
  part: Part = EVERYBODY,
): Promise<T> {
  let hasHandedOut = false;
  const readFrom = ({ database, asOf }: ReadingPlace) =>
    database.transaction(
      async (tx) => {
        const published = await publishedVersions(tx, editionId);
        const [versions, words, haste, unsealings] = await Promise.all([
          countVersions(tx, editionId, published, part),
          countWords(tx, editionId, part),
          readHaste(tx, editionId),
          selectUnsealings(tx, editionId),
        ]);
        const instrument = wholeForm(versions);
        const items = ratingItemsOf(instrument).length;
        let counts: EditionCounts | undefined;
        let groups: DimensionTally[] | undefined;
        const byGroup = () => (groups ??= groupTalliesIn(versions, items));
        const whole = () => byGroup().reduce((sum, { tally }) => plus(sum, tally), tallyOf([], items));
        const responses = () => {
          // What is streamed cannot be taken back; all else is handed out when it is whole.
          hasHandedOut = true;
          return readBatches(tx, { editionId, part, haste });
        };
        return read({
          // At first use: of a million answers it keeps the process from asking what comes next.
          get counts() {
            return (counts ??= { ...countsOf(versions, words), asOf: asOf ?? words.asOf });
          },
          instrument,
          asks: askedIn(versions.flatMap(({ asks }) => asks)),
          unsealings,
          responses,
          talliesBy: async (dimension) =>
            dimension === "group" ? byGroup() : selectDimensionTallies(tx, editionId, dimension, { part, whole }),
          verbatims: (item, page) => selectVerbatims(tx, editionId, item, { ...page, part }),
          setAside: () => setAsideIn(versions),
          handOut: () => void (hasHandedOut = true),
          flagged: () => selectFlagged(tx, editionId, { part, items, haste }),
          arrivals: () => selectArrivals(tx, editionId, part),
          dayCounts: (days) => selectDayCounts(tx, editionId, days),
        });
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
  return readAnywhere(readFrom, () => hasHandedOut);
}
