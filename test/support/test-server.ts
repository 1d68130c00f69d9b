import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** The Postgres server of a test run: databases named by `prefix`, `template` is one at this version, freshly seeded. */
export interface TestServer {
  readonly server: string;
  readonly prefix: string;
  readonly template: string;
}

/** A database that one test file (or the running app) has to itself. */
export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** The address of another database on the same server. */
export function addressOf(server: string, database: string): string {
  return Object.assign(new URL(server), { pathname: `/${database}` }).href;
}

/** Creates a database: a copy of the template, or an empty one for tests of the migration itself. */
export async function createDatabase(on: TestServer, content: "template" | "empty"): Promise<OwnDatabase> {
  const name = `${on.prefix}_${randomBytes(4).toString("hex")}`;
  const template = content === "template" ? on.template : "template0";
  await run(on.server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const drop = () => run(on.server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  return { url: addressOf(on.server, name), drop };
}

async function run(url: string, statement: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await statement(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
