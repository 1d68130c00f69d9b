import { sql } from "drizzle-orm";
import { type AnyPgColumn, index } from "drizzle-orm/pg-core";

type Indexed = Record<
  | "id"
  | "editionId"
  | "receivedOn"
  | "instrumentId"
  | "status"
  | "statusReason"
  | "likeness"
  | "deletedTexts"
  | "enteredBy"
  | "readingSeconds"
  | "flags",
  AnyPgColumn
> &
  Record<"ratingPattern" | "stakeholderGroup" | "channel" | "locale", AnyPgColumn>;

/** The indexes of the responses: those of the desk's lists, and those from which a million are counted. */
export const responseIndexes = (table: Indexed) => [
  index("response_in_edition").on(table.editionId, table.id),
  // Few, and looked for one status at a time. A query uses it when it says the condition as it stands here.
  index("response_set_aside")
    .on(table.editionId, table.status, table.id)
    .where(sql`${table.status} <> 'valid'`),
  index("response_with_deleted_texts")
    .on(table.editionId)
    .where(sql`${table.deletedTexts} <> '{}'`),
  index("response_by_channel").on(table.editionId, table.channel),
  index("response_like").on(table.editionId, table.likeness, table.status),
  index("response_entered")
    .on(table.editionId)
    .where(sql`${table.enteredBy} is not null`),
  // Results (by group as well), the other breakdowns and arrivals are each counted from one of these, without the rows.
  // Responses with the same key share an entry, so that an index is a fiftieth of the table. A query says the status as it
  // stands here, too.
  index("response_valid_by_group")
    .on(table.editionId, table.instrumentId, table.stakeholderGroup, table.ratingPattern)
    .where(sql`${table.status} = 'valid'`)
    .concurrently(),
  index("response_valid_by_channel")
    .on(table.editionId, table.channel, table.ratingPattern)
    .where(sql`${table.status} = 'valid'`)
    .concurrently(),
  index("response_valid_by_language")
    .on(table.editionId, table.locale, table.ratingPattern)
    .where(sql`${table.status} = 'valid'`)
    .concurrently(),
  index("response_valid_by_day")
    .on(table.editionId, table.receivedOn, table.channel, table.stakeholderGroup)
    .where(sql`${table.status} = 'valid'`)
    .concurrently(),
  // Valid ones that staff let count.
  index("response_reviewed")
    .on(table.editionId, table.id)
    .where(sql`${table.status} = 'valid' and ${table.statusReason} is not null`)
    .concurrently(),
  index("response_set_aside_by_reason")
    .on(table.editionId, table.instrumentId, table.status, table.statusReason, table.ratingPattern)
    .where(sql`${table.status} <> 'valid'`)
    .concurrently(),
  // Few are flagged; of those that are not, the ones made in haste beside others are a stretch of the second index; the
  // third has the time that others took, for a query that says its condition.
  index("response_flagged")
    .on(table.editionId, table.status, table.flags, table.readingSeconds, table.ratingPattern)
    .where(sql`${table.flags} <> '{}'`)
    .concurrently(),
  index("response_by_reading")
    .on(table.editionId, table.status, table.readingSeconds, table.ratingPattern)
    .where(sql`${table.readingSeconds} is not null and ${table.flags} = '{}'`)
    .concurrently(),
  index("response_timed")
    .on(table.editionId, table.id, table.readingSeconds)
    .where(sql`${table.readingSeconds} is not null and ${table.status} = 'valid'`)
    .concurrently(),
];
