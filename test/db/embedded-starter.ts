// A user process for embedded.test.ts: node --import tsx embedded-starter.ts <open.ts> <directory> <task> [<times>]
import postgres from "postgres";
import type { openEmbeddedDatabase } from "../../db/embedded/open";

const [module, directory, task, times] = process.argv.slice(2) as [string, string, string, string?];
const { openEmbeddedDatabase: open } = (await import(module)) as { openEmbeddedDatabase: typeof openEmbeddedDatabase };
let finishing = false;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function hold() {
  const database = await open({ directory });
  const finish = () => {
    finishing = true;
    void database.close().then(() => process.exit(0));
  };
  process.once("SIGINT", finish);
  process.stdin.once("end", finish).resume();
  say(database.url);
  return database.url;
}

async function insertForEver() {
  const sql = postgres(await hold(), { max: 1, onnotice: () => undefined });
  await sql`create table if not exists answer (id int primary key)`;
  const [last] = await sql<{ id: number }[]>`select coalesce(max(id), 0) as id from answer`;
  for (let id = (last?.id ?? 0) + 1; ; id++) {
    await sql`insert into answer values (${id})`;
    say(String(id));
  }
}

async function openAndClose() {
  for (let i = 0; i < Number(times); i++) {
    const database = await open({ directory });
    const sql = postgres(database.url, { max: 1 });
    await sql`select 1`;
    await sql.end();
    await database.close();
  }
  say("done");
}

const tasks: Record<string, () => Promise<unknown>> = { hold, insertForEver, openAndClose };
try {
  await tasks[task]?.();
} catch (error) {
  if (!finishing) {
    say(`failed: ${String(error)}`);
    process.exit(1);
  }
}
