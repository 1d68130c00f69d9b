import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openEmbeddedDatabase } from "@/db/embedded/open";
import { prepareDatabase } from "@/db/migrate";
import { type Defer, serve } from "./host";
import { type TestServer, addressOf } from "./test-server";

await serve(async (defer): Promise<TestServer> => {
  const server = process.env.TEST_DATABASE_URL ?? (await openTemporaryServer(defer));
  const prefix = `test_${randomBytes(4).toString("hex")}`;
  const template = `${prefix}_template`;
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  defer(() => sql.end({ timeout: 5 }));
  defer(() => dropDatabases(sql, prefix));
  await sql`create database ${sql(template)}`;
  await prepareDatabase(addressOf(server, template));
  return { server, prefix, template };
});

async function openTemporaryServer(defer: Defer): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "report-feedback-test-"));
  defer(() => rm(directory, { recursive: true, force: true }));
  const embedded = await openEmbeddedDatabase({ directory });
  defer(embedded.close);
  return embedded.url;
}

async function dropDatabases(sql: postgres.Sql, prefix: string): Promise<void> {
  const rows = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`;
  for (const { datname } of rows) await sql`drop database if exists ${sql(datname)} with (force)`;
}
