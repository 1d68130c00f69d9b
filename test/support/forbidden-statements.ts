import { type SQL, sql } from "drizzle-orm";

/** The answers of a sealed edition and of one that is not. */
export const IN_2031 = sql`(select r.id from response r join edition e on e.id = edition_id where slug = '2031')`;
export const FROM_2032 = sql`(select r.id from response r join edition e on e.id = edition_id where slug = '2032')`;

const OF_2031 = sql`(select id from edition where slug = '2031')`;

/** What somebody with the application's own role could type while 2031 is sealed: each verb on each table. */
export const FORBIDDEN: readonly (readonly [string, SQL])[] = [
  ["response: status", sql`update response set status = 'excluded', status_reason = 'X' where id in ${IN_2031}`],
  ["response: rating", sql`update response set ratings = '{5,5,5,5,5}' where id in ${IN_2031}`],
  ["response: nothing", sql`update response set status = status where id in ${IN_2031}`],
  [
    "response: moved out",
    sql`update response set edition_id = (select id from edition where slug = '2032'),
    instrument_id = (select i.id from instrument i join edition e on e.id = edition_id where slug = '2032')
    where id in ${IN_2031}`,
  ],
  [
    "response: moved in",
    sql`update response set edition_id = (select id from edition where slug = '2031'),
    instrument_id = (select i.id from instrument i join edition e on e.id = edition_id where slug = '2031' and version = 1)
    where id in ${FROM_2032}`,
  ],
  [
    "response: withdrawn without its code",
    sql`update response set status = 'withdrawn', status_reason =
    'WITHDRAWN_SEALED', ratings = '{NULL,NULL,NULL,NULL,NULL}', stakeholder_group = null, channel = null,
    likeness = null where id in ${IN_2031}`,
  ],
  ["response: delete", sql`delete from response where id in ${IN_2031}`],
  [
    "response: insert",
    sql`insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings)
    select gen_random_uuid(), edition_id, instrument_id, 'x', 'x', received_on, locale, ratings from response
    where id in ${IN_2031} limit 1`,
  ],
  ["response: truncate", sql`truncate response cascade`],
  ["verbatim: update", sql`update verbatim set content = 'x' where response_id in ${IN_2031}`],
  ["verbatim: delete", sql`delete from verbatim where response_id in ${IN_2031}`],
  [
    "verbatim: insert",
    sql`insert into verbatim select id, 'missing_information', 'x' from response where id in ${IN_2031}`,
  ],
  [
    "verbatim: moved in",
    sql`update verbatim set item = 'missing_information', response_id =
    (select id from response where id in ${IN_2031} limit 1) where response_id in ${FROM_2032}`,
  ],
  ["verbatim: truncate", sql`truncate verbatim`],
  [
    "topic_choice: update",
    sql`update topic_choice set topic = 'sme' where response_id in ${IN_2031} and topic = 'water'`,
  ],
  ["topic_choice: delete", sql`delete from topic_choice where response_id in ${IN_2031}`],
  ["topic_choice: insert", sql`insert into topic_choice select id, 'sme' from response where id in ${IN_2031}`],
  ["topic_choice: truncate", sql`truncate topic_choice`],
  ["contact: update", sql`update contact set value = 'x' where response_id in ${IN_2031}`],
  [
    "contact: insert",
    sql`insert into contact select gen_random_uuid(), id, 'x', now() from response where id in ${IN_2031}`,
  ],
  ["contact: truncate", sql`truncate contact`],
  [
    "instrument: insert",
    sql`insert into instrument select (jsonb_populate_record(i, jsonb_build_object(
    'id', gen_random_uuid(), 'version', 9))).* from instrument i join edition e on e.id = edition_id where slug = '2031'`,
  ],
  ["instrument: update", sql`update instrument set version = 8 where edition_id = ${OF_2031} and published_at is null`],
  ["instrument: delete", sql`delete from instrument where edition_id = ${OF_2031} and published_at is null`],
  ["instrument: truncate", sql`truncate instrument cascade`],
  ["channel: update", sql`update channel set name = '{"zh-CN":"x","en":"x"}' where edition_id = ${OF_2031}`],
  ["channel: delete", sql`delete from channel where edition_id = ${OF_2031}`],
  [
    "channel: insert",
    sql`insert into channel select (jsonb_populate_record(c, '{"code": "x"}')).* from channel c
    where edition_id = ${OF_2031} limit 1`,
  ],
  [
    "channel: moved in",
    sql`update channel set edition_id = ${OF_2031}, code = 'x'
    where edition_id <> ${OF_2031} and code = 'sse'`,
  ],
  ["channel: truncate", sql`truncate channel cascade`],
  ["entry_batch: update", sql`update entry_batch set expected = 1 where edition_id = ${OF_2031}`],
  ["entry_batch: delete", sql`delete from entry_batch where edition_id = ${OF_2031}`],
  [
    "entry_batch: insert",
    sql`insert into entry_batch (id, edition_id, name, channel, received_on, expected, begun_by_name)
    select gen_random_uuid(), id, 'x', 'paper', now(), 1, 'x' from edition where slug = '2031'`,
  ],
  ["entry_batch: truncate", sql`truncate entry_batch cascade`],
  ["second_keying: update", sql`update second_keying set resolved_by_name = 'x' where response_id in ${IN_2031}`],
  ["second_keying: delete", sql`delete from second_keying where response_id in ${IN_2031}`],
  [
    "second_keying: insert",
    sql`insert into second_keying (response_id, first_keyed_by, keyed_by, keyed_by_name, compared, differing)
    select id, id, gen_random_uuid(), 'x', '{}', '{}' from response where id in ${IN_2031} limit 1`,
  ],
  ["second_keying: truncate", sql`truncate second_keying`],
  [
    "exclusion: update",
    sql`update exclusion set confirmed_by = gen_random_uuid(), confirmed_at = now() where response_id in ${IN_2031}`,
  ],
  ["exclusion: delete", sql`delete from exclusion where response_id in ${IN_2031}`],
  [
    "exclusion: insert",
    sql`insert into exclusion (response_id, reason, proposed_by, proposed_by_name)
    select id, 'TEST', gen_random_uuid(), 'x' from response where id in ${IN_2031} order by id desc limit 1`,
  ],
  ["exclusion: truncate", sql`truncate exclusion`],
  [
    "edition_unsealing: insert, where nothing is sealed",
    sql`insert into edition_unsealing (id, edition_id, staff_name, reason)
    select gen_random_uuid(), id, 'x', 'x' from edition where slug = '2032'`,
  ],
  ["edition_unsealing: update", sql`update edition_unsealing set reason = 'x' where edition_id = ${OF_2031}`],
  ["edition_unsealing: delete", sql`delete from edition_unsealing where edition_id = ${OF_2031}`],
  ["edition_unsealing: truncate", sql`truncate edition_unsealing`],
  ["edition: text", sql`update edition set report_title = '{"zh-CN":"x","en":"x"}' where slug = '2031'`],
  ["edition: reopened", sql`update edition set state = 'open' where slug = '2031'`],
  ["edition: unsealed without a mark", sql`update edition set state = 'closed' where slug = '2031'`],
  ["edition: nothing", sql`update edition set state = state where slug = '2031'`],
  ["edition: delete", sql`delete from edition where slug = '2031'`],
  ["edition: truncate", sql`truncate edition cascade`],
];

/** What hangs on an edition or an answer and is not guarded by its seal: a table, or one verb of it, and why. */
export const UNGUARDED: Readonly<Record<string, string>> = {
  "edition: insert": "a new edition is nobody's seal",
  "contact: delete": "a consent is taken back, or the time that readers were told is over, sealed or not",
  import_batch: "a file that waits is no answer yet: what it would become goes into response, which is guarded",
  import_row: "as import_batch; and what nobody accepts must go after a week, sealed or not",
  viewer_batch: "which answers viewers' figures count is worked out anew from response; a withdrawal takes it away",
  viewer_figures: "what viewers are shown is worked out from response, also after the seal",
};
