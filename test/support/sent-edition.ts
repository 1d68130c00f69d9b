import postgres from "postgres";
import { afterAll, inject } from "vitest";

/** How many answers of an edition of the running app stand where: `{ valid: 3, BURST: 2 }`. */
export type Standing = Record<string, number>;

/** Opens editions of the running app that one test file has to itself, and tells how their answers stand. */
export function useEditions() {
  const sql = postgres(inject("appDatabase"), { max: 1 });
  afterAll(() => sql.end());
  return {
    async open(slug: string): Promise<string> {
      const [edition] = await sql`insert into edition (id, slug, state, report_title, company, period_start, period_end)
        select gen_random_uuid(), ${slug}, state, report_title, company, period_start, period_end
        from edition where slug = '2024' returning id`;
      await sql`insert into instrument (id, edition_id, version, document, published_at)
        select gen_random_uuid(), ${edition?.id}, 1, document, now() from instrument limit 1`;
      return slug;
    },
    async standing(slug: string): Promise<Standing> {
      const rows = await sql<{ place: string; count: number }[]>`
        select coalesce(status_reason, status) as place, count(*)::int as count
        from response join edition on edition.id = edition_id where slug = ${slug} group by 1`;
      return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
    },
  };
}
