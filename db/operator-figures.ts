import { type SQL, sql } from "drizzle-orm";
import { database } from "./client";
import { isSetAside, isValid } from "./standing";

/** A round that takes answers now; both times in seconds since 1970. */
export interface OpenRound {
  readonly slug: string;
  readonly openedAt: number | null;
  /**
   * The beginning of the day of the last answer that a reader sent, null without one: no answer's hour is known to anybody.
   * What officers type or import says nothing of the form. Where the newest thousand are all of that kind, the day of the
   * oldest of these: no reader's is later.
   */
  readonly lastAnswerDay: number | null;
}

/** What the operator, whose own the database is, watches of it. */
export interface OperatorFigures {
  readonly rounds: readonly OpenRound[];
  /** Connections of all processes of this program, by what they do. */
  readonly connections: { readonly active: number; readonly idle: number; readonly inTransaction: number };
}

/** How many answers are looked at to find a reader's: a scrape does not read a round that is typed or imported whole. */
const LOOKED_AT = 1000;

/** Looks at the database for the operator's metrics; no answer, only the day of the last. Throws a `StorageError`. */
export async function operatorFigures(now: Date): Promise<OperatorFigures> {
  const at = now.toISOString();
  const rounds = await database().execute<{ slug: string; openedAt: number | null; lastAnswerDay: number | null }>(sql`
    select slug, extract(epoch from opens_at)::float8 as "openedAt", extract(epoch from greatest(
      ${lastDay(isValid, sql`received_on`)},
      ${lastDay(sql`${isSetAside} and status = 'quarantined'`, sql`id`)})::timestamp at time zone time_zone)::float8 as "lastAnswerDay"
    from edition
    where state = 'open' and coalesce(opens_at <= ${at}, true) and coalesce(closes_at > ${at}, true)
    order by slug`);
  const [connections] = await database().execute<{ active: number; idle: number; inTransaction: number }>(sql`
    select count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'idle')::int as idle,
      count(*) filter (where state like 'idle in transaction%')::int as "inTransaction"
    from pg_stat_activity
    where datname = current_database() and application_name = 'report-feedback'`);
  return { rounds: [...rounds], connections: connections ?? { active: 0, idle: 0, inTransaction: 0 } };
}

/** The latest day on which a reader's answer of that standing may have come. In an order that an index has: keys begin with days. */
function lastDay(standing: SQL, order: SQL): SQL {
  return sql`(
    select coalesce(max(received_on) filter (where entered_by is null), case count(*) when ${LOOKED_AT} then min(received_on) end)
    from (
      select received_on, entered_by from response where edition_id = edition.id and ${standing}
      order by ${order} desc limit ${LOOKED_AT}
    ) newest)`;
}
