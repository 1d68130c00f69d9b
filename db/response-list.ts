import { type SQL, and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { flagsOf } from "@/lib/analysis/quality-flags";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import { type ResponseFilter, searchPattern } from "@/lib/survey/response-filter";
import { responseId } from "@/lib/survey/response-id";
import { type DecisionReason, REVIEWED, type ResponseStatus } from "@/lib/survey/response-status";
import type { Rating } from "@/lib/survey/scale";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { type Transaction, database } from "./client";
import { hasFlag, readHaste } from "./flag-conditions";
import { inPart } from "./part-condition";
import { exclusion } from "./schema/exclusion";
import { response, verbatim } from "./schema/survey";
import { isSetAside, isValid } from "./standing";

/** A search reads the texts of at most so many answers, the newest that the other filters leave: a second or two. */
export const MOST_SEARCHED = 100_000;

/** No stretch of the list is longer. */
const MOST_ROWS = 1000;

/** A row of the list. `text` is the first that was answered, or the one in which the search is found. */
export interface ListedResponse {
  readonly id: string;
  readonly receivedOn: string;
  readonly channel: string | null;
  readonly stakeholderGroup: StakeholderGroup | null;
  readonly status: ResponseStatus;
  readonly statusReason: string | null;
  /** Why somebody proposed to exclude it, where nobody has confirmed it. */
  readonly proposed: DecisionReason | null;
  readonly ratings: readonly Rating[];
  readonly flags: readonly QualityFlag[];
  readonly text: string | null;
  readonly texts: number;
}

/** How many responses there are, by status. */
export type StatusCounts = Readonly<Partial<Record<ResponseStatus, number>>>;

/** A stretch of the list, and the counts of the same moment. */
export interface ResponseList {
  readonly asOf: Date;
  /** Of the whole edition, and of what the filter leaves whatever its status. */
  readonly all: StatusCounts;
  readonly found: StatusCounts;
  /** How many of the edition are proposed to be excluded. */
  readonly proposed: number;
  /** Whether a search left older answers unread. */
  readonly isCapped: boolean;
  readonly rows: readonly ListedResponse[];
}

/**
 * The responses of an edition that a filter leaves, newest day first, within a day in the order of their keys; at most
 * `limit`, those after `after` (a response id). Counts and rows are of one moment and of the same conditions.
 */
export async function listResponses(
  _staff: Staff,
  editionId: string,
  filter: ResponseFilter,
  stretch: Stretch,
): Promise<ResponseList> {
  return database().transaction(
    async (tx) => {
      const [clock] = await tx.execute<{ now: Date }>(sql`select now()`);
      const asOf = new Date(clock?.now ?? 0);
      const inEdition = eq(response.editionId, editionId);
      const all = await countByStatus(tx, inEdition);
      const proposed = await tx.$count(response, and(inEdition, inArray(response.id, selectProposed())));
      const haste = await readHaste(tx, editionId);
      const narrowed = conditionsOf(filter, haste);
      const scope = and(inEdition, ...narrowed);
      if (filter.search !== null) {
        const { ids, ...counted } = await findByText(tx, scope, filter.search, restOf(filter, stretch));
        const rows = ids.length === 0 ? [] : await selectRows(tx, inArray(response.id, ids), haste, filter.search);
        return { asOf, all, proposed, ...counted, rows };
      }
      const found = narrowed.length === 0 ? all : await countByStatus(tx, scope);
      const rows = await selectRows(tx, and(scope, restOf(filter, stretch).condition), haste, null, stretch.limit);
      return { asOf, all, proposed, found, isCapped: false, rows };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

interface Stretch {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What a filter asks of a row, besides its status and its texts. */
function conditionsOf(filter: ResponseFilter, haste: number | null): SQL[] {
  const { reason, flag, channel, group, language, proposed, from, until } = filter;
  return [
    flag === null ? undefined : hasFlag(flag, haste),
    reason === null ? undefined : and(reason === REVIEWED ? isReviewed : isSetAside, eq(response.statusReason, reason)),
    inPart({ channel, group, language }),
    proposed === null ? undefined : inArray(response.id, selectProposed()),
    // A key begins with its day: the index of keys finds the days, too.
    from === null ? undefined : and(gte(response.receivedOn, from), gte(response.id, firstKeyOf(from))),
    until === null ? undefined : and(lte(response.receivedOn, until), lte(response.id, lastKeyOf(until))),
  ].filter((condition) => condition !== undefined);
}

const selectProposed = () =>
  database().select({ id: exclusion.responseId }).from(exclusion).where(isNull(exclusion.confirmedAt));

const firstKeyOf = (day: string) => responseId(day, new Uint8Array(10));
const lastKeyOf = (day: string) => responseId(day, new Uint8Array(10).fill(0xff));

/** As the index of those that staff let count says it. */
const isReviewed = and(isValid, isNotNull(response.statusReason));

/** The status that is shown, and where the stretch begins: what the counts by status do not ask. */
function restOf({ status }: ResponseFilter, { after, limit }: Stretch) {
  const ofStatus = status === null ? undefined : eq(response.status, status);
  const aside = status === null || status === "valid" ? undefined : isSetAside;
  const onward = after === undefined ? undefined : lt(response.id, after);
  return { condition: and(ofStatus, aside, onward), limit };
}

/** Reads the texts of the newest answers once: counts those that hold the words, and finds a stretch of them. */
async function findByText(
  tx: Transaction,
  scope: SQL | undefined,
  search: string,
  { condition, limit }: ReturnType<typeof restOf>,
): Promise<Pick<ResponseList, "found" | "isCapped"> & { ids: string[] }> {
  const [row] = await tx.execute<{ counts: StatusCounts | null; searched: number; ids: string[] }>(sql`
    with searched as materialized (
      select id, status from ${response} where ${scope} order by id desc limit ${MOST_SEARCHED + 1}),
    found as materialized (
      select id, status from (select * from searched order by id desc limit ${MOST_SEARCHED}) newest
      where exists (select from ${verbatim} where ${verbatim.responseId} = newest.id and ${holds(search)}))
    select (select json_object_agg(status, n) from (select status, count(*) as n from found group by status) c) as counts,
      (select count(*)::int from searched) as searched,
      array(select id from found as ${response} where ${condition ?? sql`true`} order by id desc limit ${limit}) as ids`);
  if (!row) throw new Error("a query without a row");
  return { found: row.counts ?? {}, isCapped: row.searched > MOST_SEARCHED, ids: row.ids };
}

/** Whether a text holds the words, whatever their width and case. */
const holds = (search: string) => sql`${verbatim.content} ~ ${searchPattern(search)}`;

async function countByStatus(tx: Transaction, condition: SQL | undefined): Promise<StatusCounts> {
  const valid = tx.$count(response, and(condition, isValid));
  const setAside = tx
    .select({ status: response.status, count: count() })
    .from(response)
    .where(and(condition, isSetAside))
    .groupBy(response.status);
  const rows = [{ status: "valid", count: await valid }, ...(await setAside)];
  return Object.fromEntries(rows.filter((row) => row.count > 0).map((row) => [row.status, row.count]));
}

async function selectRows(
  tx: Transaction,
  condition: SQL | undefined,
  haste: number | null,
  search: string | null,
  limit = MOST_ROWS,
): Promise<ListedResponse[]> {
  const first = search === null ? sql`${verbatim.item}` : sql`(${holds(search)}) desc, ${verbatim.item}`;
  const rows = await tx
    .select({
      id: response.id,
      receivedOn: response.receivedOn,
      channel: response.channel,
      stakeholderGroup: response.stakeholderGroup,
      status: response.status,
      statusReason: response.statusReason,
      proposed: sql<DecisionReason | null>`(
        select ${exclusion.reason} from ${exclusion}
        where ${exclusion.responseId} = ${response.id} and ${exclusion.confirmedAt} is null)`,
      ratings: response.ratings,
      flags: response.flags,
      seconds: response.readingSeconds,
      text: sql<string | null>`(
        select ${verbatim.content} from ${verbatim} where ${verbatim.responseId} = ${response.id}
        order by ${first} limit 1)`,
      texts: sql<number>`(
        select count(*)::int from ${verbatim} where ${verbatim.responseId} = ${response.id})`,
    })
    .from(response)
    .where(condition)
    .orderBy(desc(response.id))
    .limit(limit);
  return rows.map(({ seconds, ...row }) => ({ ...row, flags: flagsOf({ ...row, seconds }, haste) }));
}
