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
      // A test's second try has the address that the first one took.
      await sql`update edition set slug = left(slug, 4) || '-' || left(id::text, 8) where slug = ${slug}`;
      // As a record with some of its fields changed: whatever columns the tables have.
      const [edition] = await sql`insert into edition
        select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'slug', ${slug}::text))).*
        from edition e where slug = '2024' returning id`;
      await sql`insert into instrument
        select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'edition_id', ${edition?.id}::text))).*
        from instrument i join edition e on e.id = i.edition_id where e.slug = '2024' and version = 1`;
      await sql`insert into channel (edition_id, code, name, kind)
        select ${edition?.id}, code, name, kind from channel c join edition e on e.id = c.edition_id where e.slug = '2024'`;
      return slug;
    },
    /** Ends the field period of an edition. */
    async close(slug: string): Promise<void> {
      await sql`update edition set closes_at = now() - interval '1 minute' where slug = ${slug}`;
    },
    /** What the audit log holds of the edition's answers, oldest first. */
    async acts(slug: string): Promise<string[]> {
      const rows = await sql<{ act: string }[]>`
        select act from audit_event where subject in (
          select response.id::text from response join edition on edition.id = edition_id where slug = ${slug})
        order by audit_event.id`;
      return rows.map(({ act }) => act);
    },
    async standing(slug: string): Promise<Standing> {
      const rows = await sql<{ place: string; count: number }[]>`
        select coalesce(status_reason, status) as place, count(*)::int as count
        from response join edition on edition.id = edition_id where slug = ${slug} group by 1`;
      return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
    },
  };
}
