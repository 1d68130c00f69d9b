import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/**
 * Fills a round with `count` responses to its five ratings, by SQL, and makes the round if there is none: unequal groups,
 * channels and languages, some ratings unanswered, one response of a hundred set aside, two of three timed, one of fifty
 * flagged; with `texts`, three of five responses have one. The same `count` brings much the same every time.
 */
export async function fillEdition(sql: postgres.Sql, slug: string, count: number, texts: boolean): Promise<void> {
  await makeRound(sql, slug);
  await sql`select setseed(0.2024)`;
  // Foreign keys are right by construction, and a million looks at them take a minute. The seal still holds.
  await sql`set session_replication_role = replica`;
  await sql`
    insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, channel,
      ratings, stakeholder_group, status, status_reason, likeness, reading_seconds, flags)
    select gen_random_uuid(), edition_id, instrument_id, md5(slug || 'key' || n), md5(slug || 'receipt' || n),
      date '2025-05-01' + n % 240, case when l < 0.88 then 'zh-CN' else 'en' end,
      (array['wechat', 'wechat', 'wechat', 'pdf', 'website', 'email', 'meeting', 'sse', 'paper', null])[1 + floor(c * 10)],
      array(select case when p < 0.05 then null when p < 0.27 then 5 when p < 0.67 then 4 when p < 0.87 then 3
        when p < 0.96 then 2 else 1 end from (select random() as p from generate_series(1, 5 + 0 * n)) rated)::smallint[],
      (array['employee', 'employee', 'employee', 'employee', 'investor', 'supplier', 'customer', 'academia', 'community',
        'regulator', null, null])[1 + floor(g * 12)],
      case when s < 0.99 then 'valid' else 'quarantined' end, case when s < 0.99 then null else 'FAST' end,
      left(md5(n::text), 22),
      case when t < 0.66 then floor(10 + 90 * t + 60 * g) end,
      case when f < 0.02 then array['repeated-text'] else '{}' end
    from (select n, e.id as edition_id, i.id as instrument_id, e.slug, random() as l, random() as c, random() as g,
        random() as s, random() as t, random() as f
      from edition e join instrument i on i.edition_id = e.id and i.version = 1, generate_series(1, ${count}::int) n
      where e.slug = ${slug}) drawn`;
  if (texts) await addTexts(sql, slug);
  await sql`set session_replication_role = origin`;
}

/** A round like the built-in one. */
async function makeRound(sql: postgres.Sql, slug: string): Promise<void> {
  const id = randomUUID();
  const made = await sql`
    insert into edition (id, slug, state, report_title, company, privacy_notice, period_start, period_end)
    select ${id}, ${slug}, 'open', report_title, company, privacy_notice, period_start, period_end
    from edition where slug = '2024' and not exists (select from edition where slug = ${slug}) returning id`;
  if (made.length === 0) return;
  await sql`
    insert into instrument (id, edition_id, version, document, asks, published_at)
    select ${randomUUID()}, ${id}, 1, document, asks, now()
    from instrument i join edition e on e.id = i.edition_id where e.slug = '2024' and version = 1`;
  await sql`
    insert into channel (edition_id, code, name, kind)
    select ${id}, code, name, kind from channel c join edition e on e.id = c.edition_id where e.slug = '2024'`;
}

async function addTexts(sql: postgres.Sql, slug: string): Promise<void> {
  await sql`
    insert into verbatim (response_id, item, content)
    select r.id, item, '希望公司披露范围三排放，并说明核算边界和方法。' || left(r.receipt_hash, 12)
    from response r join edition e on e.id = r.edition_id,
      unnest(array['advice', 'valuable_information', 'missing_information']) with ordinality as items(item, place)
    where e.slug = ${slug} and (hashtext(r.receipt_hash) & 1048575) % 5 = place`;
}
