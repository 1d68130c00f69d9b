import type postgres from "postgres";
import type { Action } from "./places";

/** A form's field as a page shows it. */
export interface Field {
  readonly name: string;
  readonly hidden: boolean;
  readonly value: string;
}

/** What is really there, so that a bad request gets further than the first look. */
export interface Known {
  /** Values that a parameter of an address has. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly Action[];
  /** What the forms of the desk's pages ask, by the page's path. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
}

/** The ids and codes of a filled database, by the parameter that they stand for in an address. */
export async function knownParameters(sql: postgres.Sql): Promise<Known["parameters"]> {
  const all = async (query: postgres.PendingQuery<postgres.Row[]>) =>
    (await query).map((row) => String(Object.values(row)[0]));
  return {
    locale: ["zh-CN", "en"],
    edition: await all(sql`select slug from edition`),
    id: await all(sql`select id from response order by id limit 20`),
    person: await all(sql`select id from staff limit 5`),
    batch: [
      ...(await all(sql`select id from entry_batch limit 5`)),
      ...(await all(sql`select id from import_batch limit 5`)),
    ],
    sheet: ["1", "2", "999"],
    group: ["investor", "customer", "employee", "_none"],
    code: await all(sql`select code from channel limit 20`),
    hash: await all(sql`select hash from logo limit 5`),
  };
}

/** The fields of the forms in a page. */
export function fieldsOf(html: string): Field[] {
  return [...html.matchAll(/<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"[^>]*>/g)].map(
    ([tag, name = ""]) => ({
      name: unescaped(name),
      hidden: tag.includes('type="hidden"'),
      value: unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ""),
    }),
  );
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
