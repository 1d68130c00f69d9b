import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openEmbeddedDatabase } from "@/db/embedded/open";
import { prepareDatabase } from "@/db/migrate";
import type { Role } from "@/lib/staff";
import type { Dimension } from "@/lib/analysis/crosstab";
import { sessionCookie } from "@/test/support/session-cookie";
import { aStaff } from "@/test/support/a-staff";
import { fillEdition } from "./million";

/** What a page is measured by: `plain` a table of five smallint columns, `whole rows` the same beside all others. */
export type Reference = "plain" | "whole rows";

const REFERENCES: Readonly<Record<Reference, string>> = { plain: "bench_plain", "whole rows": "bench_whole" };

interface Filling {
  /** A folder that is kept; null for a temporary one. */
  readonly keep: string | undefined;
  readonly texts: boolean;
  readonly rounds: readonly (readonly [slug: string, responses: number])[];
}

/** A database of its own with rounds of so many responses, the tables to compare with, and an analyst's and a viewer's session. */
export async function openBench({ keep, texts, rounds }: Filling) {
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "report-feedback-bench-")));
  const embedded = await openEmbeddedDatabase({ directory: join(directory, "postgres") });
  const sql = postgres(embedded.url, { max: 1, onnotice: () => {} });
  process.env.DATABASE_URL = embedded.url;
  await prepareDatabase(embedded.url);
  const [filled] = await sql`select to_regclass('bench_plain') is not null as is_filled`;
  if (!filled?.is_filled) await fill(sql, { texts, rounds });
  const cookieOf = async (role: Role) => {
    const id = randomUUID();
    await sql`insert into staff (id, name, email, role) values (${id}, 'bench', ${`${id}@example.cn`}, ${role})`;
    return sessionCookie(sql, id);
  };
  return {
    url: embedded.url,
    cookieOf,
    /** Viewers have seen nothing yet: whoever looks next makes a round's first batch. */
    async forgetViewers(): Promise<void> {
      await sql`truncate viewer_figures, viewer_batch`;
    },
    /** What the app signs with, once it has signed something. */
    async signingSecret(): Promise<string> {
      const [row] = await sql`select signing from server_secret`;
      return process.env.AUTH_SECRET || String(row?.signing);
    },
    async time(reference: Reference): Promise<number> {
      const table = sql(REFERENCES[reference]);
      return timed(() => sql`select r1, r2, r3, r4, r5, count(*) from ${table} group by r1, r2, r3, r4, r5`);
    },
    /** The queries of the results page of a round, by the functions that the page calls. */
    async timeQueries(slug: string, by?: Dimension): Promise<number> {
      const { withEditionSnapshot } = await import("@/db/snapshot");
      const [edition] = await sql`select id from edition where slug = ${slug}`;
      const round = String(edition?.id);
      return timed(async () => {
        await withEditionSnapshot(aStaff(), round, async ({ flagged, arrivals, talliesBy, verbatims }) => {
          await flagged();
          await arrivals();
          for (const item of OPEN_ITEMS) await verbatims(item, { limit: 10 });
          if (by) await talliesBy(by);
        });
      });
    },
    async close() {
      const { closeDatabase } = await import("@/db/client");
      await closeDatabase();
      await sql.end();
      await embedded.close();
      if (!keep) await rm(directory, { recursive: true, force: true });
    },
  };
}

const OPEN_ITEMS = ["advice", "valuable_information", "missing_information"];

async function fill(sql: postgres.Sql, { texts, rounds }: Pick<Filling, "texts" | "rounds">): Promise<void> {
  for (const [slug, responses] of rounds) await fillEdition(sql, slug, responses, texts);
  const [{ slug } = { slug: "" }] = rounds.map(([name]) => ({ slug: name }));
  const five = "ratings[1] as r1, ratings[2] as r2, ratings[3] as r3, ratings[4] as r4, ratings[5] as r5";
  const ofRound = `from response r join edition e on e.id = r.edition_id where e.slug = '${slug}'`;
  await sql.unsafe(`create table bench_whole as select r.*, ${five} ${ofRound}`);
  await sql.unsafe("alter table bench_whole drop column ratings, drop column rating_pattern");
  // What autovacuum does within a minute or two of so many answers; without it no index stands for its rows.
  await sql.unsafe("vacuum full bench_whole");
  await sql.unsafe(`create table bench_plain as select ${five} ${ofRound}`);
  await sql.unsafe("vacuum analyze");
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
