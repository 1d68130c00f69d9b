import postgres from "postgres";
import { inject } from "vitest";
import { randomArrivals } from "./random-arrivals";

/** Adds random answers to an edition of the running app in one statement, as if they had come by the form. */
export async function addArrivals(
  slug: string,
  { seed, from = 0, until }: { readonly seed: number; readonly from?: number; readonly until: number },
): Promise<void> {
  const sql = postgres(inject("appDatabase"), { max: 1 });
  const arrivals = randomArrivals(seed, until).slice(from);
  const ratings = arrivals.map((one) => `{${one.ratings.map((rating) => rating ?? "NULL").join(",")}}`);
  await sql`insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale,
      ratings, stakeholder_group, channel)
    select gen_random_uuid(), e.id, i.id, gen_random_uuid(), gen_random_uuid(), '2025-06-18', a.language,
      a.ratings::smallint[], a."group", a.channel
    from edition e join instrument i on i.edition_id = e.id,
      unnest(${ratings}::text[], ${arrivals.map(({ group }) => group)}::text[],
        ${arrivals.map(({ channel }) => channel)}::text[], ${arrivals.map(({ language }) => language)}::text[])
        as a(ratings, "group", channel, language)
    where slug = ${slug}`;
  await sql.end();
}
