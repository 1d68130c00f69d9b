import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** One change of the schema, as its file in db/migrations has it. */
export interface Migration {
  /** `0012_channel_seal`, the name of its file. */
  readonly tag: string;
  /** When it was made, in milliseconds: by this a database says that it has it. */
  readonly when: number;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly statements: readonly string[];
  /** Whether its statements run one by one, since `CONCURRENTLY` refuses a transaction. */
  readonly concurrent: boolean;
}

/** Where the migrations of this program lie. */
export const MIGRATIONS = "db/migrations";

/** The first line of a file whose statements run outside a transaction; docs/architecture.md says what may be in one. */
const CONCURRENT = "-- concurrently";

const Journal = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/** The migrations of a folder that drizzle-kit keeps, oldest first. Throws when the journal or a file is missing. */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const { entries } = Journal.parse(JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8")));
  return Promise.all(
    entries.map(async ({ tag, when }) => {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      return {
        tag,
        when,
        hash: createHash("sha256").update(text).digest("hex"),
        statements: text.split("--> statement-breakpoint"),
        concurrent: text.startsWith(CONCURRENT),
      };
    }),
  );
}
