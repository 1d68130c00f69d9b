import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type ServerResponse, createServer } from "node:http";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";

/**
 * What Node and postgres.js alone can do: the page of the app, from memory with a key of its own, an insert of one row for
 * each submission, and a round's answers as the database itself copies them. Its own process; arguments: port, file of the
 * page. Says `up` when it listens.
 */
const [port, file] = [Number(process.argv[2]), String(process.argv[3])];
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });
await sql`create table if not exists bench_bare (key text primary key, ratings smallint[] not null, texts jsonb not null)`;
const [head = "", tail = ""] = readFileSync(file, "utf8").split("KEY");

const server = createServer((request, response) => {
  const [, slug] = /^\/csv\/(\w+)$/.exec(request.url ?? "") ?? [];
  if (slug) return void copyRound(slug, response);
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(head + randomUUID() + tail);
    return;
  }
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const fields = new URLSearchParams(Buffer.concat(chunks).toString());
    const ratings = [...fields].flatMap(([, value]) => (/^[1-5]$/.test(value) ? [Number(value)] : []));
    const texts = sql.json({ advice: fields.get("advice") });
    sql`insert into bench_bare values (${fields.get("idempotency_key")}, ${ratings}, ${texts}) on conflict do nothing`.then(
      () => response.writeHead(303, { location: "/receipt" }).end(),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(port, "127.0.0.1", () => process.stdout.write("up\n"));
process.on("SIGTERM", () => server.close(() => void sql.end().then(() => process.exit(0))));

async function copyRound(slug: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/csv; charset=utf-8" });
  const text = (item: string) => `(select content from verbatim v where v.response_id = r.id and item = '${item}')`;
  const texts = ["advice", "valuable_information", "missing_information"].map(text).join();
  const copy = sql.unsafe(`copy (select r.id, received_on, locale, channel, stakeholder_group, status, ratings, ${texts}
    from response r join edition e on e.id = r.edition_id where e.slug = '${slug}' order by r.id) to stdout with csv`);
  const rows = await copy.readable();
  await pipeline(rows, response);
  // The driver pauses its socket at a full stream, and a stream that has ended never asks it to go on (postgres#499).
  // oxlint-disable-next-line no-underscore-dangle
  rows._read(0);
}
